using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Frameworks;

/// <summary>Controls, the rules that give evidence for them, and how they come out of a run.</summary>
public sealed class FrameworkTests(SharedPack shared) : IClassFixture<SharedPack>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_shipped_frameworks_are_those_that_auditors_ask_for() => Assert.Equal(
        ["aws-fsbp", "aws-well-architected", "cis-aws", "hipaa", "iso-27001-2022", "nist-800-53-r5", "pci-dss-4.0.1", "soc2"],
        shared.Pack.Frameworks.Select(framework => framework.Id));

    [Fact]
    public void A_frameworks_file_lists_exactly_the_rules_that_name_its_controls() => Assert.All(shared.Pack.Frameworks, framework =>
        Assert.All(framework.Controls, control => Assert.Equal(
            shared.Pack.RulesOf(framework.Id).Where(rule => rule.Descriptor.Controls[framework.Id].Contains(control.Id)).Select(rule => rule.Descriptor.Name).Order(StringComparer.Ordinal),
            control.Rules.Order(StringComparer.Ordinal))));

    [Fact]
    public void Every_framework_says_what_no_machine_can_check() =>
        Assert.All(shared.Pack.Frameworks, framework => Assert.Contains(framework.Controls, control => control.Manual is not null && control.Rules.Count == 0));

    [Fact]
    public void Rules_can_be_listed_by_framework() => Assert.Equal(
        ["customer-key-without-rotation", "trail-not-in-all-regions", "trail-without-validation", "trail-not-encrypted", "config-recorder-off"],
        shared.Pack.RulesOf("cis-aws").Select(rule => rule.Descriptor.Name));

    [Theory]
    [InlineData("described", ControlStatus.Pass, 1, 0, 0)]
    [InlineData("absent", ControlStatus.Fail, 0, 1, 0)]
    [InlineData("denied", ControlStatus.NotEvaluated, 0, 0, 1)]
    public async Task A_control_comes_out_as_its_rules_do(string state, ControlStatus status, int passed, int failed, int notEvaluated)
    {
        using var pack = Pack("c-1", "rules: [sample]");
        var secret = Secret() with { Description = state switch { "absent" => Absent<string>(), "denied" => Denied<string>(), _ => Known("x") } };

        var control = Assert.Single(Assert.Single((await RunAsync(pack, secret)).Frameworks!).Controls);

        Assert.Equal((status, passed, failed, notEvaluated), (control.Status, control.Passed, control.Failed, control.NotEvaluated));
        Assert.Equal(["SAUD1900"], control.Rules);
    }

    [Fact]
    public async Task A_rule_that_did_not_judge_makes_no_pass()
    {
        using var pack = Pack("c-1", "rules: [sample]");
        var options = new AuditOptions { AsOf = Now, Rules = new Dictionary<string, RuleSetting> { ["sample"] = new() { Enabled = false } } };

        var control = Assert.Single(Assert.Single((await AuditEngine.RunAsync(Source(Secret()), pack, options, CancellationToken.None)).Frameworks!).Controls);

        Assert.Equal((ControlStatus.NotEvaluated, "1 of its 1 rules did not judge in this run."), (control.Status, control.Reason));
    }

    [Fact]
    public async Task An_estate_without_what_its_rules_speak_about_makes_no_pass()
    {
        using var pack = Pack("c-1", "rules: [sample]");

        Assert.Equal(ControlStatus.NotEvaluated, (await RunAsync(pack, Array.Empty<Secret>())).Frameworks![0].Controls[0].Status);
    }

    [Fact]
    public async Task A_control_that_no_machine_can_check_says_why()
    {
        using var pack = Pack("c-1", "manual: About people.");

        var control = (await RunAsync(pack, Secret())).Frameworks![0].Controls[0];

        Assert.Equal((ControlStatus.NotCheckable, "About people."), (control.Status, control.Reason));
    }

    [Theory]
    [InlineData("rules: [smaple]", "(5,5): error: There is no rule 'smaple'. Did you mean 'sample'?")]
    [InlineData("title2: x", "Unknown key 'title2'. Did you mean 'title'?")]
    [InlineData("rules: []", "The control 'c-1' has neither rules nor a reason why it has none. Write rules: [...] or manual: why no machine can check it.")]
    public void A_wrong_framework_is_an_error_with_its_place(string line, string error) =>
        Assert.Contains(error, Assert.Throws<DocumentException>(() => Pack("c-1", line)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_names_a_control_which_does_not_exist_is_an_error() => Assert.Contains(
        "Ours has no control 'c-1' in its file.", Assert.Throws<DocumentException>(() => Pack("c-2", "manual: x", "controls: { ours: [c-1] }")).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_wrong_with_rules_prices_and_frameworks_is_told_at_once()
    {
        _folder.Write("x/sample.yaml", Tests.Rules.RuleYaml.Rule("secret.Descriptoin.IsAbsent()"));
        _folder.Write("prices/list.yaml", "nmae: x\n");
        _folder.Write("frameworks/ours.yaml", "idd: ours\n");

        var told = Assert.Throws<DocumentException>(() => RulePack.Load([_folder.Path], RuleCaches.None)).Message;

        Assert.All((string[])["sample.yaml", "list.yaml", "ours.yaml"], file => Assert.Contains(file, told, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private RulePack Pack(string control, string line, string more = "")
    {
        _folder.Write("x/sample.yaml", Tests.Rules.RuleYaml.Rule("secret.Description.IsAbsent()", more: more));
        _folder.Write("frameworks/ours.yaml", $"id: ours\nname: Ours\nsource: https://example.com/\ncontrols:\n  - id: {control}\n    title: Describe.\n    {line}\n");
        return RulePack.Load([_folder.Path], RuleCaches.None);
    }

    private static Task<AuditResult> RunAsync(RulePack pack, params Secret[] secrets) => AuditEngine.RunAsync(Source(secrets), pack, new() { AsOf = Now }, CancellationToken.None);
}
