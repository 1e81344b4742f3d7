namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Scripts as people write them.</summary>
/// <remarks>https://docs.aws.amazon.com/cli/latest/reference/</remarks>
public sealed class AwsCliTests(AwsCli aws) : IClassFixture<AwsCli>
{
    // https://docs.aws.amazon.com/cli/latest/reference/kms/encrypt.html
    [Fact]
    public async Task A_key_is_made_named_tagged_used_and_scheduled_for_deletion()
    {
        var key = (string)(await aws.RunAsync("kms", "create-key", "--description", "orders", "--tags", "TagKey=team,TagValue=payments"))!["KeyMetadata"]!["KeyId"]!;
        await aws.RunAsync("kms", "create-alias", "--alias-name", "alias/orders", "--target-key-id", key);
        var blob = (string)(await aws.RunAsync("kms", "encrypt", "--key-id", "alias/orders", "--plaintext", "aGVsbG8=", "--encryption-context", "a=b"))!["CiphertextBlob"]!;
        var plain = await aws.RunAsync("kms", "decrypt", "--ciphertext-blob", blob, "--encryption-context", "a=b");
        var tags = await aws.RunAsync("kms", "list-resource-tags", "--key-id", key);
        var scheduled = await aws.RunAsync("kms", "schedule-key-deletion", "--key-id", key, "--pending-window-in-days", "7");

        Assert.Equal("aGVsbG8=", (string?)plain!["Plaintext"]);
        Assert.Equal("payments", (string?)tags!["Tags"]![0]!["TagValue"]);
        Assert.Equal("PendingDeletion", (string?)scheduled!["KeyState"]);
    }

    // https://docs.aws.amazon.com/cli/latest/reference/ssm/get-parameters-by-path.html
    [Fact]
    public async Task Parameters_are_put_listed_by_path_and_deleted()
    {
        await aws.RunAsync("ssm", "put-parameter", "--name", "/cli/a", "--value", "1", "--type", "String");
        await aws.RunAsync("ssm", "put-parameter", "--name", "/cli/b", "--value", "2", "--type", "SecureString");
        var listed = await aws.RunAsync("ssm", "get-parameters-by-path", "--path", "/cli", "--with-decryption");
        await aws.RunAsync("ssm", "delete-parameters", "--names", "/cli/a", "/cli/b");
        var missing = await aws.FailAsync("ssm", "get-parameter", "--name", "/cli/a");

        Assert.Equal(["1", "2"], listed!["Parameters"]!.AsArray().Select(parameter => (string?)parameter!["Value"]));
        Assert.Contains("ParameterNotFound", missing, StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/cli/latest/reference/sts/assume-role.html
    [Fact]
    public async Task A_user_with_a_key_assumes_a_role_and_calls_with_its_session()
    {
        const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"}]}""";
        const string MayAssume = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}""";
        await aws.RunAsync("iam", "create-user", "--user-name", "cli");
        var key = (await aws.RunAsync("iam", "create-access-key", "--user-name", "cli"))!["AccessKey"]!;
        await aws.RunAsync("iam", "create-role", "--role-name", "cli-role", "--assume-role-policy-document", Trust);
        var policy = (string)(await aws.RunAsync("iam", "create-policy", "--policy-name", "may-assume", "--policy-document", MayAssume))!["Policy"]!["Arn"]!;
        await aws.RunAsync("iam", "attach-user-policy", "--user-name", "cli", "--policy-arn", policy);
        var assumed = (await aws.RunAsAsync(
            (string)key["AccessKeyId"]!, (string)key["SecretAccessKey"]!, null,
            "sts", "assume-role", "--role-arn", "arn:aws:iam::123456789012:role/cli-role", "--role-session-name", "ci"))!["Credentials"]!;
        var identity = await aws.RunAsAsync(
            (string)assumed["AccessKeyId"]!, (string)assumed["SecretAccessKey"]!, (string)assumed["SessionToken"]!, "sts", "get-caller-identity");

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/cli-role/ci", (string?)identity!["Arn"]);
        Assert.Equal(Trust, (await aws.RunAsync("iam", "get-role", "--role-name", "cli-role"))!["Role"]!["AssumeRolePolicyDocument"]!.ToJsonString());
    }

    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
    [Fact]
    public async Task A_function_needs_a_permission_before_rotation_takes_it()
    {
        string[] rotate = ["secretsmanager", "rotate-secret", "--secret-id", "rotated", "--rotation-lambda-arn", "arn:aws:lambda:eu-west-1:123456789012:function:own", "--no-rotate-immediately", "--rotation-rules", "AutomaticallyAfterDays=30"];
        await aws.RunAsync("secretsmanager", "create-secret", "--name", "rotated", "--secret-string", "x");
        Assert.Contains("AccessDeniedException", await aws.FailAsync(rotate), StringComparison.Ordinal);

        await aws.RunAsync("lambda", "add-permission", "--function-name", "own", "--statement-id", "sm", "--action", "lambda:InvokeFunction", "--principal", "secretsmanager.amazonaws.com");
        await aws.RunAsync(rotate);

        Assert.Contains("secretsmanager.amazonaws.com", (string?)(await aws.RunAsync("lambda", "get-policy", "--function-name", "own"))!["Policy"], StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/cli/latest/reference/configservice/put-config-rule.html
    [Fact]
    public async Task A_config_rule_is_set_up_and_its_verdicts_read_and_the_trail_knows_who_did_it()
    {
        await aws.RunAsync("configservice", "put-config-rule", "--config-rule", """{"ConfigRuleName":"cmk","Source":{"Owner":"AWS","SourceIdentifier":"SECRETSMANAGER_USING_CMK"}}""");
        await aws.RunAsync("secretsmanager", "create-secret", "--name", "judged", "--secret-string", "x");
        var details = await aws.RunAsync("configservice", "get-compliance-details-by-config-rule", "--config-rule-name", "cmk");
        var events = await aws.RunAsync("cloudtrail", "lookup-events", "--lookup-attributes", "AttributeKey=EventName,AttributeValue=PutConfigRule");

        Assert.Contains("NON_COMPLIANT", details!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("config.amazonaws.com", (string?)events!["Events"]![0]!["EventSource"]);
    }

    // https://docs.aws.amazon.com/config/latest/developerguide/gs-cli-subscribe.html
    [Fact]
    public async Task A_recorder_is_set_up_started_and_seen_to_record_and_what_is_recorded_is_queried()
    {
        Assert.Empty((await aws.RunAsync("configservice", "describe-configuration-recorder-status"))!["ConfigurationRecordersStatus"]!.AsArray());
        await aws.RunAsync("configservice", "put-configuration-recorder", "--configuration-recorder", "name=default,roleARN=arn:aws:iam::123456789012:role/config");
        await aws.RunAsync("configservice", "put-delivery-channel", "--delivery-channel", "name=default,s3BucketName=config");
        await aws.RunAsync("configservice", "start-configuration-recorder", "--configuration-recorder-name", "default");
        await aws.RunAsync("secretsmanager", "create-secret", "--name", "recorded", "--secret-string", "planted");
        var status = await aws.RunAsync("configservice", "describe-configuration-recorder-status");
        var counted = await aws.RunAsync("configservice", "select-resource-config", "--expression", "SELECT COUNT(*) WHERE resourceName = 'recorded' OR resourceName = 'none'");
        var listed = await aws.RunAsync("configservice", "list-discovered-resources", "--resource-type", "AWS::SecretsManager::Secret", "--resource-name", "recorded");

        Assert.True((bool)status!["ConfigurationRecordersStatus"]![0]!["recording"]!);
        Assert.Equal("""{"COUNT(*)":1}""", (string?)counted!["Results"]![0]);
        Assert.Equal("recorded", (string?)Assert.Single(listed!["resourceIdentifiers"]!.AsArray())!["resourceName"]);
    }

    // https://docs.aws.amazon.com/cli/latest/reference/cloudtrail/create-trail.html
    [Fact]
    public async Task A_trail_names_a_bucket_and_a_topic_that_are_there()
    {
        await aws.RunAsync("s3api", "create-bucket", "--bucket", "cli-logs", "--create-bucket-configuration", "LocationConstraint=eu-west-1");
        string[] create = ["cloudtrail", "create-trail", "--name", "cli-trail", "--s3-bucket-name", "cli-logs", "--sns-topic-name", "cli-topic"];
        var refusal = await aws.FailAsync(create);
        var topic = (string)(await aws.RunAsync("sns", "create-topic", "--name", "cli-topic"))!["TopicArn"]!;
        var trail = await aws.RunAsync(create);

        Assert.Contains("InsufficientSnsTopicPolicyException", refusal, StringComparison.Ordinal);
        Assert.Equal(topic, (string?)trail!["SnsTopicARN"]);
        Assert.Equal(topic, (string?)Assert.Single((await aws.RunAsync("sns", "list-topics"))!["Topics"]!.AsArray())!["TopicArn"]);
    }
}
