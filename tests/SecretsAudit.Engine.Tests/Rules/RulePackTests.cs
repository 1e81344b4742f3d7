using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Tests.Rules;

public sealed class RulePackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void An_id_belongs_to_one_rule()
    {
        _folder.Write("a/first.yaml", RuleYaml.Rule("true", name: "first"));
        _folder.Write("b/second.yaml", RuleYaml.Rule("true", name: "second"));

        Assert.Equal($"{_folder.Of("b/second.yaml")}(1,5): error: 'SAUD1900' is taken by {_folder.Of("a/first.yaml")}(1,5). An id or name belongs to one rule, for ever.", ErrorOf(_folder.Path));
    }

    [Fact]
    public void An_id_belongs_to_one_rule_across_folders()
    {
        _folder.Write("one/a/first.yaml", RuleYaml.Rule("true", name: "first"));
        _folder.Write("two/a/second.yaml", RuleYaml.Rule("true", name: "second"));

        Assert.Contains("'SAUD1900' is taken by", ErrorOf(_folder.Of("one"), _folder.Of("two")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() => Assert.Contains("There is no such folder of rules.", ErrorOf(_folder.Of("none")), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_UTF_8_is_an_error()
    {
        File.WriteAllBytes(_folder.Of("bad.yaml"), [0xff, 0xfe, 0x00]);

        Assert.Contains("cannot be read as UTF-8", ErrorOf(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_or_pipe_among_the_rules_is_neither_read_nor_waited_for()
    {
        if (OperatingSystem.IsWindows())
            return;

        File.CreateSymbolicLink(_folder.Of("sample.yaml"), "/dev/zero");

        Assert.Contains("The file is empty", ErrorOf(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_may_add_rules_to_the_shipped_ones()
    {
        _folder.Write("mine/sample.yaml", RuleYaml.Rule("secret.Description.IsAbsent()"));

        using var pack = RulePack.Load([ShippedRules.Directory, _folder.Path], RuleCaches.None);

        Assert.NotNull(pack.Find("rotation-overdue"));
        Assert.Equal("mine", pack.Find("SAUD1900")!.Descriptor.Category);
        Assert.NotNull(pack.Prices);
    }

    [Fact]
    public void A_price_list_is_data_and_a_later_one_replaces_an_earlier_one()
    {
        _folder.Write("prices/ours.yaml", """
            name: negotiated
            currency: USD
            secret-month: { amount: 0.30, units: 1, source: "https://example.com/contract", as-of: 2026-01-01 }
            api-calls: { amount: 0.05, units: 10000, source: "https://example.com/contract", as-of: 2026-01-01 }
            kms-requests: { amount: 0.03, units: 10000, source: "https://example.com/contract", as-of: 2026-01-01 }
            """);

        using var pack = RulePack.Load([ShippedRules.Directory, _folder.Path], RuleCaches.None);

        Assert.Equal(("negotiated", 0.30m), (pack.Prices!.Name, pack.Prices.SecretMonth.Of(1)));
    }

    [Theory]
    [InlineData("amount: 0.30", "amount: -1", "(3,25): error: 'amount' must be a number of dollars.")]
    [InlineData("units: 1,", "units: 0,", "'units' must be a whole number of at least 1.")]
    [InlineData("as-of: 2026-01-01", "as-of: yesterday", "'as-of' must be a date: 2026-08-01.")]
    [InlineData("currency: USD", "currency: EUR", "(2,11): error: Prices are in USD.")]
    [InlineData("secret-month:", "secret-moth:", "(3,1): error: Unknown key 'secret-moth'. Did you mean 'secret-month'?")]
    public void A_wrong_price_is_an_error_with_its_place(string right, string wrong, string message)
    {
        var list = """
            name: negotiated
            currency: USD
            secret-month: { amount: 0.30, units: 1, source: "https://example.com/contract", as-of: 2026-01-01 }
            api-calls: { amount: 0.05, units: 10000, source: "https://example.com/contract", as-of: 2026-01-01 }
            kms-requests: { amount: 0.03, units: 10000, source: "https://example.com/contract", as-of: 2026-01-01 }
            """;
        _folder.Write("prices/ours.yaml", list.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(message, ErrorOf(_folder.Path), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string ErrorOf(params string[] directories) =>
        Assert.Throws<DocumentException>(() => RulePack.Load(directories, RuleCaches.None)).Message;
}
