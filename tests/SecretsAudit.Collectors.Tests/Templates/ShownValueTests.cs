using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests.Templates;

/// <summary>Whether a template shows the value that it gives a secret. What it shows goes nowhere.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html"/>
public sealed class ShownValueTests
{
    // Made up for these tests.
    private const string Written = "open-to-every-reader-7";

    private const string Parameters = $$"""
        Parameters:
          Given: { Type: String, NoEcho: true }
          Shown: { Type: String }
          Standard: { Type: String, NoEcho: true, Default: {{Written}} }
          Unset: { Type: String, NoEcho: true, Default: "" }
          Stored: { Type: "AWS::SSM::Parameter::Value<String>", Default: /app/password }
        Conditions:
          Open: !Equals [!Ref Given, x]
          Never: !Equals [a, b]
        Mappings:
          Values: { prod: { password: {{Written}} } }
        Resources:
          Database: { Type: AWS::RDS::DBInstance }
          Secret:
            Type: AWS::SecretsManager::Secret
            Properties:

        """;

    [Theory]
    [InlineData($"SecretString: {Written}", "SecretString is written out")]
    [InlineData($$"""SecretString: '{"username":"app","password":"{{Written}}"}'""", "SecretString is written out")]
    [InlineData($$"""SecretString: !Sub '{"username":"${Shown}","host":"${Database.Endpoint.Address}","password":"{{Written}}"}'""", "SecretString is written out")]
    [InlineData($$"""SecretString: !Join ['', ['{"password":"', '{{Written}}', '"}']]""", "SecretString is written out")]
    [InlineData($$"""SecretString: !Join ['', ['postgres://app:{{Written}}@', !GetAtt Database.Endpoint.Address, '/orders']]""", "SecretString is written out")]
    [InlineData($$"""SecretString: { "Fn::ToJsonString": { username: app, password: {{Written}} } }""", "SecretString is written out")]
    [InlineData($"SecretString: !If [Open, !Ref Given, {Written}]", "SecretString is written out")]
    [InlineData("SecretString: !FindInMap [Values, prod, password]", "SecretString is written out")]
    [InlineData("SecretString: !Ref Standard", "the default of the parameter Standard is part of it")]
    [InlineData("""SecretString: !Sub '{"password":"${Standard}"}'""", "the default of the parameter Standard is part of it")]
    [InlineData($$"""SecretString: !Sub '{"username":"${Standard}","password":"{{Written}}"}'""", "SecretString is written out")]
    [InlineData("SecretString: !Ref Shown", "the parameter Shown has no NoEcho")]
    [InlineData("""SecretString: !Sub '{"username":"app","password":"${Shown}"}'""", "the parameter Shown has no NoEcho")]
    public async Task A_value_that_every_reader_of_the_template_sees_is_told(string property, string how)
    {
        var secret = await TemplateFiles.SecretAsync(Parameters + "      " + property);

        Assert.Equal(how, secret.ValueShownBy.Value);
    }

    [Theory]
    [InlineData("GenerateSecretString: { PasswordLength: 32 }")]
    [InlineData("""GenerateSecretString: { SecretStringTemplate: '{"username":"app"}', GenerateStringKey: password }""")]
    [InlineData("SecretString: !Ref Given")]
    [InlineData("SecretString: !Ref Unset")]
    [InlineData("SecretString: !Ref Stored")]
    [InlineData("SecretString: !Ref AWS::NoValue")]
    [InlineData("SecretString: '{{resolve:secretsmanager:other:SecretString:password}}'")]
    [InlineData("""SecretString: '{"username":"app","password":"{{resolve:ssm-secure:/app/password}}"}'""")]
    [InlineData("""SecretString: !Sub '{"username":"${Shown}","password":"${Given}"}'""")]
    [InlineData("""SecretString: !Sub '{"username":"app","host":"${Database.Endpoint.Address}"}'""")]
    [InlineData("SecretString: !GetAtt Database.MasterUserSecret.SecretArn")]
    [InlineData("SecretString: CHANGE_ME")]
    [InlineData("SecretString: '{}'")]
    [InlineData("""SecretString: '{"apiKey":"placeholder"}'""")]
    [InlineData($"SecretString: !If [Never, {Written}, !Ref Given]")]
    public async Task A_value_that_is_filled_in_later_is_not_shown(string property)
    {
        var secret = await TemplateFiles.SecretAsync(Parameters + "      " + property);

        Assert.True(secret.ValueShownBy.IsAbsent, secret.ValueShownBy.ToString());
    }

    [Theory]
    [InlineData($$"""{ "constant_value": "{{Written}}" }""", Written, "secret_string is written out")]
    [InlineData("{ }", $$"""{\"password\":\"{{Written}}\"}""", "secret_string is written out")]
    [InlineData("""{ "references": ["path.module"] }""", Written, "secret_string is written out")]
    [InlineData("""{ "references": ["var.standard"] }""", Written, "the default of the variable standard is part of it")]
    [InlineData("""{ "references": ["var.secret_string"] }""", Written, "the default of the variable secret_string is part of it")]
    public async Task A_value_that_a_configuration_shows_is_told(string expression, string value, string how) =>
        Assert.Equal(how, (await VersionAsync(expression, value)).ValueShownBy.Value);

    [Theory]
    [InlineData("""{ "references": ["random_password.db.result", "random_password.db"] }""", Written)]
    [InlineData("""{ "references": ["data.aws_secretsmanager_random_password.db.random_password"] }""", Written)]
    [InlineData("""{ "references": ["var.given"] }""", Written)]
    [InlineData("""{ "references": ["var.changed"] }""", Written)]
    [InlineData("""{ "constant_value": "placeholder" }""", "placeholder")]
    public async Task A_value_that_comes_from_elsewhere_is_not_shown(string expression, string value) =>
        Assert.Empty(await PlanAsync($$"""{ "secret_id": "db", "secret_string": "{{value}}" }""", $$"""{ "secret_string": {{expression}} }"""));

    [Fact]
    public async Task A_secret_of_the_plan_is_shown_by_its_version()
    {
        var secret = Assert.Single(await PlanAsync(
            $$"""{ "secret_string": "{{Written}}" }""",
            $$"""{ "secret_id": { "references": ["aws_secretsmanager_secret.db.id", "aws_secretsmanager_secret.db"] }, "secret_string": { "constant_value": "{{Written}}" } }""",
            """{ "address": "aws_secretsmanager_secret.db", "mode": "managed", "type": "aws_secretsmanager_secret", "values": { "name": "prod/orders/db" } }, """));

        Assert.Equal(("prod/orders/db", "secret_string is written out"), (secret.Name, secret.ValueShownBy.Value));
    }

    [Theory]
    [InlineData("""{ "references": ["local.password"] }""")]
    [InlineData("""{ "references": ["each.value"] }""")]
    public async Task What_a_plan_does_not_show_of_an_expression_is_unknown(string expression) =>
        Assert.Equal("the plan does not show what secret_string is made of", (await VersionAsync(expression, Written)).ValueShownBy.UnknownReason);

    [Theory]
    [InlineData($$"""{ "constant_value": "{{Written}}" }""", "value is written out")]
    [InlineData("""{ "references": ["var.password"] }""", null)]
    public async Task A_modules_variable_is_what_its_call_says(string passed, string? how)
    {
        var items = await TemplateFiles.ReadAsync($$"""
            { "planned_values": { "root_module": { "child_modules": [ { "address": "module.app[\"a\"]", "resources": [
                { "address": "module.app[\"a\"].aws_ssm_parameter.this", "mode": "managed", "type": "aws_ssm_parameter", "values": { "name": "/app/password", "type": "SecureString", "value": "{{Written}}" } } ] } ] } },
              "configuration": { "root_module": { "variables": { "password": { } }, "module_calls": { "app": { "expressions": { "secret_string": {{passed}} }, "module": { "variables": { "secret_string": { } },
                "resources": [ { "address": "aws_ssm_parameter.this", "expressions": { "value": { "references": ["var.secret_string"] } } } ] } } } } } }
            """, "plan.json");

        var shown = Assert.Single(items.OfType<InventoryItem.OfParameter>()).Parameter.ValueShownBy;
        Assert.Equal(how, shown.IsKnown ? shown.Value : null);
        Assert.False(shown.IsUnknown);
    }

    [Fact]
    public async Task An_argument_that_is_not_stored_may_still_be_written_out() => Assert.Equal(
        "secret_string_wo is written out",
        Assert.Single(await PlanAsync("{ \"secret_id\": \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db\", \"secret_string_wo\": null }", $$"""{ "secret_string_wo": { "constant_value": "{{Written}}" } }""")).ValueShownBy.Value);

    [Fact]
    public async Task A_secret_that_the_plan_does_not_make_is_judged_for_its_value_alone()
    {
        var secret = Assert.Single(await PlanAsync($$"""{ "secret_id": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db", "secret_string": "{{Written}}" }""", $$"""{ "secret_string": { "constant_value": "{{Written}}" } }"""));

        Assert.Equal("arn:aws:secretsmanager:eu-west-1:111122223333:secret:db", secret.Arn);
        Assert.Equal(Truth.NotYetReason, secret.KmsKeyId.UnknownReason);
        Assert.Equal(("plan.json", 1), (secret.Place!.File, secret.Place.Line));
    }

    [Fact]
    public async Task No_fact_holds_the_value()
    {
        var template = await TemplateFiles.ReadAsync(Parameters + $"      SecretString: {Written}");

        Assert.DoesNotContain(template, item => $"{item}".Contains(Written, StringComparison.Ordinal));
    }

    private static async Task<Secret> VersionAsync(string expression, string value) =>
        Assert.Single(await PlanAsync($$"""{ "secret_id": "db", "secret_string": "{{value}}" }""", $$"""{ "secret_string": {{expression}} }"""));

    private static async Task<IEnumerable<Secret>> PlanAsync(string values, string expressions, string before = "") => (await TemplateFiles.ReadAsync(
        """{ "planned_values": { "root_module": { "resources": [ """ + before
        + $$"""{ "address": "aws_secretsmanager_secret_version.db", "mode": "managed", "type": "aws_secretsmanager_secret_version", "values": {{values}} } ] } }, """
        + $$"""
            "variables": { "standard": { "value": "{{Written}}" }, "secret_string": { "value": "{{Written}}" }, "given": { "value": "{{Written}}" }, "changed": { "value": "{{Written}}" } },
            "configuration": { "root_module": {
              "variables": { "standard": { "default": "{{Written}}" }, "secret_string": { "default": "{{Written}}" }, "given": { }, "changed": { "default": "something-else" } },
              "resources": [ { "address": "aws_secretsmanager_secret_version.db", "expressions": {{expressions}} } ] } } }
            """, "plan.json")).Secrets();
}
