set(app_test_sources addresses_test.cpp check_test.cpp commands_test.cpp documents_test.cpp recount_test.cpp replan_command_test.cpp serve_test.cpp settings_test.cpp terminal_qr_test.cpp)
