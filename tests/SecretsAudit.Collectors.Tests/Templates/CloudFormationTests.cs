using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests.Templates;

/// <summary>What a CloudFormation template says of secrets, keys and parameters before they exist.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_SecretsManager.html"/>
public sealed class CloudFormationTests
{
    private const string Estate = """
        AWSTemplateFormatVersion: "2010-09-09"
        Parameters:
          Stage: { Type: String, Default: prod }
          Reader: { Type: String }
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
          IsTest: !Not [!Condition IsProd]
        Mappings:
          Days: { prod: { rotate: 30 } }
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: "2012-10-17"
                Statement:
                  - { Effect: Allow, Principal: { AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root" }, Action: "kms:*", Resource: "*" }
          Alias:
            Type: AWS::KMS::Alias
            Properties: { AliasName: alias/app, TargetKeyId: !Ref Key }
          Database:
            Type: AWS::SecretsManager::Secret
            Properties:
              Name: !Sub "${Stage}/orders/db"
              Description: !Join [" ", [Password, of, !Ref Stage]]
              KmsKeyId: !GetAtt Key.Arn
              SecretString: never-kept-anywhere
              Tags: [{ Key: owner, Value: team-orders }]
              ReplicaRegions: [{ Region: us-east-1 }]
          Policy:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: !Ref Database
              ResourcePolicy:
                Version: "2012-10-17"
                Statement: [{ Effect: Allow, Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*" }]
          Schedule:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !Ref Database
              RotationLambdaARN: !GetAtt Function.Arn
              RotationRules: { AutomaticallyAfterDays: !FindInMap [Days, !Ref Stage, rotate], Duration: 3h }
          Function:
            Type: AWS::Lambda::Function
          Test:
            Type: AWS::SecretsManager::Secret
            Condition: IsTest
          Plain:
            Type: AWS::SSM::Parameter
            Properties: { Name: /prod/db-password, Type: String, Value: x, Tags: { owner: team-orders } }
        """;

    [Fact]
    public async Task A_secret_comes_with_what_the_template_states_of_it()
    {
        var secret = await TemplateFiles.SecretAsync(Estate);

        Assert.Equal(("prod/orders/db", "Password of prod"), (secret.Name, secret.Description.Value));
        Assert.Equal("arn:aws:kms:undeployed:000000000000:key/Key", secret.KmsKeyId.Value);
        Assert.Equal("team-orders", secret.Tags.Value["owner"]);
        Assert.Equal(("us-east-1", secret.Scope.Region), (Assert.Single(secret.Replicas.Value).Region, secret.PrimaryRegion.Value));
        Assert.Contains("\"Principal\":\"*\"", secret.ResourcePolicy.Value, StringComparison.Ordinal);
        Assert.Equal((true, 30, TimeSpan.FromHours(3)), (secret.Rotation.Enabled.Value, secret.Rotation.AutomaticallyAfterDays.Value, secret.Rotation.WindowDuration.Value));
        Assert.Equal("arn:aws:lambda:undeployed:000000000000:function:Function", secret.Rotation.FunctionArn.Value);
    }

    [Fact]
    public async Task It_points_at_the_file_and_line() =>
        Assert.Equal(new SourcePlace("deploy/template.yaml", 22, 3), (await TemplateFiles.SecretAsync(Estate)).Place);

    [Fact]
    public async Task What_exists_only_after_deployment_is_not_there_yet()
    {
        var secret = await TemplateFiles.SecretAsync(Estate);

        Assert.All(
            [secret.CreatedAt.UnknownReason, secret.LastRotated.UnknownReason, secret.LastAccessed.UnknownReason, secret.Usage.UnknownReason, secret.Versions.UnknownReason],
            reason => Assert.Equal(Truth.NotYetReason, reason));
        Assert.True(secret.DeletedAt.IsAbsent);
    }

    [Fact]
    public async Task A_key_comes_with_its_policy_rotation_and_aliases()
    {
        var key = Assert.Single((await TemplateFiles.ReadAsync(Estate)).Keys());

        Assert.Equal(("CUSTOMER", "Enabled", true, "alias/app"), (key.Manager.Value, key.State.Value, key.RotationEnabled.Value, Assert.Single(key.Aliases.Value)));
        Assert.Contains("arn:aws:iam::000000000000:root", key.Policy.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_comes_with_its_type_and_tags()
    {
        var parameter = Assert.Single((await TemplateFiles.ReadAsync(Estate)).OfType<InventoryItem.OfParameter>()).Parameter;

        Assert.Equal(("/prod/db-password", "String", "Standard", "team-orders"), (parameter.Name, parameter.Type.Value, parameter.Tier.Value, parameter.Tags.Value["owner"]));
    }

    [Theory]
    [InlineData("!Ref Unset", "it depends on the parameter Unset, which is known only when the template is deployed")]
    [InlineData("!ImportValue shared-key", "it depends on the function Fn::ImportValue, which is known only when the template is deployed")]
    [InlineData("!GetAtt Bucket.Arn", "it depends on Bucket.Arn, which is known only when the template is deployed")]
    [InlineData("!If [Open, a, b]", "it depends on the condition Open, which is known only when the template is deployed")]
    [InlineData("!Sub \"x-${Unset}\"", "it depends on the parameter Unset, which is known only when the template is deployed")]
    public async Task What_depends_on_the_deployment_is_unknown_and_says_why(string value, string reason)
    {
        var secret = await TemplateFiles.SecretAsync(
            "Parameters: { Unset: { Type: String } }\nConditions: { Open: !Equals [!Ref Unset, x] }\nResources:\n  Bucket: { Type: AWS::S3::Bucket }\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      KmsKeyId: " + value);

        Assert.Equal(reason, secret.KmsKeyId.UnknownReason);
    }

    [Theory]
    [InlineData("!Select [1, !Split [\"|\", \"a|b|c\"]]", "b")]
    [InlineData("!If [Yes, a, b]", "a")]
    [InlineData("!Sub [\"${x}-${AWS::Region}\", { x: y }]", "y-undeployed")]
    [InlineData("!Sub \"${!Kept}\"", "${Kept}")]
    [InlineData("{ \"Fn::Join\": [\"/\", [\"a\", \"b\"]] }", "a/b")]
    [InlineData("!Sub '${AWS::AccountId}'", "000000000000")]
    public async Task Functions_are_worked_out(string value, string text)
    {
        var secret = await TemplateFiles.SecretAsync("Conditions: { Yes: !Or [!Equals [a, b], !And [!Equals [a, a], !Not [!Equals [a, b]]]] }\nResources:\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      Description: " + value);

        Assert.Equal(text, secret.Description.Value);
    }

    [Fact]
    public async Task No_value_leaves_a_property_out() => Assert.True((await TemplateFiles.SecretAsync(
        "Resources:\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      KmsKeyId: !Ref AWS::NoValue")).KmsKeyId.IsAbsent);

    [Fact]
    public async Task JSON_is_read_with_its_places()
    {
        var secret = await TemplateFiles.SecretAsync("{\n\t\"Resources\": {\n\t\t\"S\": { \"Type\": \"AWS::SecretsManager::Secret\", \"Properties\": { \"Name\": { \"Ref\": \"AWS::Region\" } } }\n\t}\n}");

        Assert.Equal(("undeployed", 3), (secret.Name, secret.Place!.Line));
    }

    [Fact]
    public async Task A_macro_that_may_change_the_template_is_a_gap()
    {
        var items = await TemplateFiles.ReadAsync("Transform: [AWS::Serverless-2016-10-31, OurMacro]\nResources: { S: { Type: AWS::SecretsManager::Secret } }");

        Assert.Contains("OurMacro", Assert.Single(items.Gaps()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Resources: { 'Fn::ForEach::Secrets': [Name, [a, b], { 'S${Name}': { Type: AWS::SecretsManager::Secret } }] }", "Fn::ForEach::Secrets")]
    [InlineData("Resources: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: 's3://bucket/more.yaml' } } }", "Fn::Transform")]
    public async Task What_makes_resources_among_the_resources_is_a_gap(string resources, string name)
    {
        var items = await TemplateFiles.ReadAsync($"Transform: AWS::LanguageExtensions\n{resources}");

        Assert.Contains(name, Assert.Single(items.Gaps()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_for_more_of_the_language_are_no_gap()
    {
        var items = await TemplateFiles.ReadAsync(
            "Transform: AWS::LanguageExtensions\nMappings: { M: { a: { b: x } } }\nResources: { S: { Type: AWS::SecretsManager::Secret, Properties: { Name: !FindInMap [M, z, b, { DefaultValue: fallback }] } } }");

        Assert.Empty(items.Gaps());
        Assert.Equal("fallback", Assert.Single(items.OfType<InventoryItem.OfSecret>()).Secret.Name);
    }

    [Theory]
    [InlineData("!Ref Stored", "the parameter Stored")]
    [InlineData("'{{resolve:ssm:/app/key}}'", "a dynamic reference")]
    [InlineData("!Join ['', ['{{resolve:ssm:', !Ref Text, '}}']]", "a dynamic reference")]
    public async Task What_Parameter_Store_holds_is_not_known_from_the_template(string value, string what)
    {
        var secret = await TemplateFiles.SecretAsync(
            $"Parameters:\n  Stored: {{ Type: 'AWS::SSM::Parameter::Value<String>', Default: /app/key }}\n  Text: {{ Type: String, Default: /app/key }}\nResources:\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      KmsKeyId: {value}");

        Assert.Contains(what, secret.KmsKeyId.UnknownReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_of_a_list_is_a_list()
    {
        var secret = await TemplateFiles.SecretAsync(
            "Parameters:\n  Words: { Type: CommaDelimitedList, Default: 'a, b' }\nResources: { S: { Type: AWS::SecretsManager::Secret, Properties: { Description: !Join ['-', !Ref Words] } } }");

        Assert.Equal("a-b", secret.Description.Value);
    }

    [Theory]
    [InlineData("Resources: [", "this is no template")]
    [InlineData("- a\n- b", "a template is a mapping")]
    [InlineData("a: b", "neither a CloudFormation template")]
    [InlineData("Resources: { S: *nowhere }", "there is no anchor nowhere")]
    public async Task What_is_no_template_is_told_so(string text, string what) =>
        Assert.Contains(what, (await Assert.ThrowsAsync<InventorySourceException>(() => TemplateFiles.ReadAsync(text))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Aliases_that_multiply_are_refused()
    {
        var template = "A0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"A{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"))
            + "Resources: { S: { Type: AWS::SecretsManager::Secret, Properties: { Tags: *a30 } } }";

        Assert.Contains("too many values", (await Assert.ThrowsAsync<InventorySourceException>(() => TemplateFiles.ReadAsync(template))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_asks_for_itself_over_and_over_ends()
    {
        var secret = await TemplateFiles.SecretAsync(
            "Resources:\n  A: { Type: AWS::KMS::Alias, Properties: { AliasName: !Join ['', [!Ref A, !Ref A]] } }\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      KmsKeyId: !Ref A\n      Name: !Join ['', [!Ref S, !Ref S, !Ref S]]");

        Assert.Equal("it depends on the resource A, which is known only when the template is deployed", secret.KmsKeyId.UnknownReason);

        Assert.Equal(3, secret.Name.Split("arn:aws:secretsmanager").Length - 1);
    }

    [Fact]
    public async Task Functions_that_ask_for_each_other_end()
    {
        var deep = string.Concat(Enumerable.Repeat("!Join ['', [", 60)) + "x" + string.Concat(Enumerable.Repeat("]]", 60));
        var error = await Record.ExceptionAsync(() => TemplateFiles.ReadAsync("Conditions: { A: !Condition B, B: !Condition A }\nResources:\n  S:\n    Type: AWS::SecretsManager::Secret\n    Condition: A\n    Properties:\n      Name: " + deep));

        Assert.True(error is null or InventorySourceException, error?.ToString());
    }
}
