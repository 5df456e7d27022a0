// Asks for libraries and files with magics.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
%maven org.example:evil:1.0
%jars @CANARY_FOLDER@/*.jar
%load @CANARY_FILE@
%classpath @CANARY_FOLDER@
