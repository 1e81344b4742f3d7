using System.Text.Json;

namespace SecretsAudit.Cli.Tests;

/// <summary>Templates are judged before anything is deployed.</summary>
public sealed class TemplateSourceTests
{
    [Fact]
    public async Task A_template_is_judged_and_the_finding_points_at_its_line()
    {
        using var line = new CommandLine();
        line.Write("deploy/app.yaml", """
            Resources:
              Database:
                Type: AWS::SecretsManager::Secret
                Properties: { Name: prod/db, KmsKeyId: alias/app }
              Policy:
                Type: AWS::SecretsManager::ResourcePolicy
                Properties:
                  SecretId: !Ref Database
                  ResourcePolicy: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*" }] }
            """);

        Assert.Equal(1, await line.RunAsync("audit", "--source", "deploy/app.yaml", "--format", "json"));

        using var report = JsonDocument.Parse(line.Read("secretsaudit-report/report.json"));
        var finding = Assert.Single(report.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray());
        Assert.Equal("wildcard-resource-policy", finding.GetProperty("ruleName").GetString());
        var place = finding.GetProperty("subject").GetProperty("place");
        Assert.Equal(("deploy/app.yaml", 2), (place.GetProperty("file").GetString(), place.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task What_only_a_deployment_can_show_does_not_make_the_audit_incomplete()
    {
        using var line = new CommandLine();
        line.Write("app.yaml", "Resources: { S: { Type: AWS::SecretsManager::Secret, Properties: { KmsKeyId: alias/app } } }");

        Assert.Equal(0, await line.RunAsync("audit", "--source", "app.yaml"));
    }

    [Fact]
    public async Task A_value_in_a_template_is_found_at_its_line_and_told_nowhere()
    {
        const string Written = "open-to-every-reader-7";
        using var line = new CommandLine();
        line.Write("app.yaml", $$"""
            Resources:
              Generated:
                Type: AWS::SecretsManager::Secret
                Properties: { KmsKeyId: alias/app, GenerateSecretString: { PasswordLength: 32 } }
              Database:
                Type: AWS::SecretsManager::Secret
                Properties: { KmsKeyId: alias/app, SecretString: '{"username":"app","password":"{{Written}}"}' }
            """);

        Assert.Equal(1, await line.RunAsync("audit", "--source", "app.yaml", "--format", "json,sarif,html"));

        using var sarif = JsonDocument.Parse(line.Read("secretsaudit-report/report.sarif"));
        var result = Assert.Single(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Equal("SAUD1114", result.GetProperty("ruleId").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(("app.yaml", 5), (place.GetProperty("artifactLocation").GetProperty("uri").GetString(), place.GetProperty("region").GetProperty("startLine").GetInt32()));
        Assert.All(["report.sarif", "report.json", "report.html"], report => Assert.DoesNotContain(Written, line.Read($"secretsaudit-report/{report}"), StringComparison.Ordinal));
        Assert.DoesNotContain(Written, line.Output + line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_template_is_told_so()
    {
        using var line = new CommandLine();
        line.Write("app.yaml", "a: b");

        Assert.Equal(2, await line.RunAsync("audit", "--source", "app.yaml"));
        Assert.Contains("neither a CloudFormation template", line.Error, StringComparison.Ordinal);
    }
}
