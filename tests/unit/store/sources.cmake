set(store_test_sources log_test.cpp log_contract_test.cpp sqlite_log_test.cpp)
