set(store_sources log.cpp memory_log.cpp sqlite_file.cpp sqlite_handle.cpp sqlite_log.cpp verify.cpp)
