set(app_sources addresses.cpp check.cpp disk_space.cpp documents.cpp entropy.cpp export_command.cpp kept_atelier.cpp links.cpp
  program.cpp rehearse_command.cpp replan_command.cpp sentences.cpp serve.cpp settings.cpp terminal_qr.cpp text_file.cpp verify_command.cpp)
