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
