using SecretsAudit.Store.Connections;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Operations.Ssm;
using SecretsAudit.Store.Templates;

namespace SecretsAudit.Store.Tests.Templates;

/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudformation.html</remarks>
public sealed class TemplateImportTests
{
    private const string Yaml =
        """
        Parameters:
          Stage: { Type: String, Default: test }
        Conditions:
          IsLive: !Equals [!Ref Stage, live]
        Resources:
          Alias:
            Type: AWS::KMS::Alias
            Properties: { AliasName: !Sub "alias/${Stage}-db", TargetKeyId: !Ref Key }
          Secret:
            Type: AWS::SecretsManager::Secret
            Properties:
              Name: !Join [/, [!Ref Stage, db]]
              KmsKeyId: !GetAtt Key.Arn
              GenerateSecretString:
                SecretStringTemplate: '{"username":"app"}'
                GenerateStringKey: password
                PasswordLength: 24
                ExcludePunctuation: true
          Key:
            Type: AWS::KMS::Key
            Properties: { EnableKeyRotation: true }
          Policy:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: !Ref Secret
              ResourcePolicy:
                Version: "2012-10-17"
                Statement:
                  - { Effect: Deny, Principal: { AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }, Action: "secretsmanager:DeleteSecret", Resource: "*" }
          Where:
            Type: AWS::SSM::Parameter
            Properties: { Name: !Sub "/${Stage}/secret", Type: String, Value: !Ref Secret }
          Attached:
            Type: AWS::SecretsManager::SecretTargetAttachment
            Properties: { SecretId: !Ref Secret, TargetId: !Ref Database, TargetType: AWS::RDS::DBInstance }
          OnlyLive:
            Type: AWS::SecretsManager::Secret
            Condition: IsLive
          Database:
            Type: AWS::RDS::DBInstance
        """;

    [Fact]
    public async Task A_template_in_yaml_creates_its_secrets_keys_and_parameters_in_the_order_of_their_references()
    {
        await using var store = await TestStore.OpenAsync();

        var result = await TemplateImport.RunAsync(StoreConnection.To(store.Store, store.Root, TestStore.Region), Yaml, new Dictionary<string, string>());

        Assert.Equal(["Key", "Alias", "Secret", "Policy", "Where", "Attached"], result.Created.Select(created => created.Key));
        Assert.Equal(["Database"], result.Skipped);
        var value = JsonNode.Parse((await store.Do(new GetSecretValue.Request { SecretId = "test/db" })).SecretString!)!;
        Assert.Equal("app", (string?)value["username"]);
        Assert.Matches("^[A-Za-z0-9]{24}$", (string?)value["password"]);
        Assert.Equal("Database", (string?)value["dbInstanceIdentifier"]);
        Assert.Equal(
            (await store.Do(new DescribeSecret.Request { SecretId = "test/db" })).ARN,
            (await store.Do(new GetParameter.Request { Name = "/test/secret" })).Parameter.Value);
        Assert.True((await store.Do(new GetKeyRotationStatus.Request { KeyId = result.Created[0].Value })).KeyRotationEnabled);
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html
    [Theory]
    [InlineData("AWS::RDS::DBInstance", "{ DBInstanceIdentifier: shop, Engine: postgres, Port: !Ref Port, DBName: orders }", """{"username":"app","engine":"postgres","port":6543,"dbname":"orders","dbInstanceIdentifier":"shop"}""")]
    [InlineData("AWS::RDS::DBCluster", "{ DBClusterIdentifier: shop, Engine: aurora-postgresql, DatabaseName: orders }", """{"username":"app","engine":"postgres","port":5432,"dbname":"orders","dbClusterIdentifier":"shop"}""")]
    [InlineData("AWS::RDS::DBInstance", "{ DBInstanceIdentifier: shop, Engine: sqlserver-se, Port: !GetAtt Other.Port }", """{"username":"app","engine":"sqlserver","dbInstanceIdentifier":"shop"}""")]
    public async Task An_attached_secret_learns_what_the_template_tells_of_its_database(string type, string database, string expected)
    {
        await using var store = await TestStore.OpenAsync();
        var template = $$"""
            Parameters: { Port: { Type: Number, Default: 6543 } }
            Resources:
              Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: made, SecretString: '{"username":"app"}' } }
              Database: { Type: '{{type}}', Properties: {{database}} }
              Other: { Type: 'AWS::EC2::Instance' }
              Attached: { Type: 'AWS::SecretsManager::SecretTargetAttachment', Properties: { SecretId: !Ref Secret, TargetId: !Ref Database, TargetType: '{{type}}' } }
            """;

        await TemplateImport.RunAsync(StoreConnection.To(store.Store, store.Root, TestStore.Region), template, new Dictionary<string, string>());

        var value = JsonNode.Parse((await store.Do(new GetSecretValue.Request { SecretId = "made" })).SecretString!);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), value), value!.ToJsonString());
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
    [Theory]
    [InlineData("!If [IsLive, live, !Ref AWS::NoValue]", null)]
    [InlineData("!Join ['-', [a, !If [IsLive, live, !Ref AWS::NoValue], b]]", "a-b")]
    [InlineData("!Join ['+', !Ref Zones]", "x+y")]
    [InlineData("!Select [1, !Ref Zones]", "y")]
    [InlineData("Fn::ToJsonString: { zones: !Ref Zones }", """{"zones":["x","y"]}""")]
    [InlineData("!Sub '${AWS::Partition}:${AWS::URLSuffix}'", "aws:amazonaws.com")]
    [InlineData("Fn::FindInMap: [Sizes, small, none, { DefaultValue: fallback }]", "fallback")]
    [InlineData("Fn::GetAtt: Role.Arn", "arn:aws:iam::123456789012:role/deploy")]
    [InlineData("!GetAtt [Function, Arn]", "arn:aws:lambda:eu-west-1:123456789012:function:Function")]
    [InlineData("!Ref Topic", "arn:aws:sns:eu-west-1:123456789012:Topic")]
    [InlineData("!Ref Shared", "from the store")]
    [InlineData("'{{resolve:ssm:/shared}}!'", "from the store!")]
    public async Task A_property_is_what_CloudFormation_makes_of_it(string property, string? expected)
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new PutParameter.Request { Name = "/shared", Type = "String", Value = "from the store" });
        var template = $$"""
            Parameters:
              Zones: { Type: CommaDelimitedList, Default: 'x, y' }
              Shared: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /shared }
            Mappings: { Sizes: { small: { cpu: 1 } } }
            Conditions: { IsLive: !Equals [a, b] }
            Resources:
              Secret:
                Type: AWS::SecretsManager::Secret
                Properties:
                  Name: made
                  Description:
                    {{property}}
              Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: deploy } }
              Function: { Type: 'AWS::Lambda::Function' }
              Topic: { Type: 'AWS::SNS::Topic' }
            """;

        await TemplateImport.RunAsync(StoreConnection.To(store.Store, store.Root, TestStore.Region), template, new Dictionary<string, string>());

        Assert.Equal(expected, (await store.Do(new DescribeSecret.Request { SecretId = "made" })).Description);
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-rotationschedule-hostedrotationlambda.html
    [Fact]
    public async Task A_rotation_by_a_function_that_AWS_would_host_is_left_out_and_said()
    {
        await using var store = await TestStore.OpenAsync();
        var result = await TemplateImport.RunAsync(
            StoreConnection.To(store.Store, store.Root, TestStore.Region),
            """
            Resources:
              Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: {} } }
              Schedule: { Type: 'AWS::SecretsManager::RotationSchedule', Properties: { SecretId: !Ref Secret, HostedRotationLambda: { RotationType: PostgreSQLSingleUser } } }
            """,
            new Dictionary<string, string>());

        Assert.Equal(["Secret"], result.Created.Select(created => created.Key));
        Assert.Equal(["Schedule"], result.Skipped);
    }

    [Theory]
    [InlineData("""{"Resources":{"A":{"Type":"AWS::SecretsManager::Secret","Properties":{"Name":{"Ref":"A"}}}}}""", "A refers to itself.")]
    [InlineData("""{"Resources":{"A":{"Type":"AWS::SecretsManager::Secret","Properties":{"Name":{"Fn::Magic":"x"}}}}}""", "The function Fn::Magic is not one that the import knows, or its arguments are not valid.")]
    [InlineData("Resources: [", "The template is neither valid JSON nor valid YAML.")]
    public async Task A_template_that_cannot_be_used_says_why(string template, string expected)
    {
        await using var store = await TestStore.OpenAsync();
        var error = await Assert.ThrowsAsync<TemplateException>(() =>
            TemplateImport.RunAsync(StoreConnection.To(store.Store, store.Root, TestStore.Region), template, new Dictionary<string, string>()));
        Assert.Equal(expected, error.Message);
    }
}
