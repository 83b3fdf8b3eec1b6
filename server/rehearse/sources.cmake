set(rehearse_sources
  citizen.cpp
  device.cpp
  lead.cpp
  rehearsal.cpp
  sheet.cpp
  stage.cpp
)
