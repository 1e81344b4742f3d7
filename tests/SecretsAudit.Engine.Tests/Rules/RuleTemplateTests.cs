using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Engine.Rules.Testing;

namespace SecretsAudit.Engine.Tests.Rules;

public sealed class RuleTemplateTests
{
    [Theory]
    [InlineData(RuleResource.Secret)]
    [InlineData(RuleResource.Key)]
    [InlineData(RuleResource.Parameter)]
    [InlineData(RuleResource.Account)]
    public void A_new_rule_compiles_and_its_tests_pass(RuleResource resource)
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/not-as-we-like-it.yaml", RuleTemplate.Of("not-as-we-like-it", "SAUD1910", resource));
        using var pack = RulePack.Load([folder.Path], RuleCaches.None);

        Assert.Equal((resource, "Not as we like it"), (pack.Rules[0].Resource, pack.Rules[0].Descriptor.Title));
        Assert.All(RuleTests.Run(pack), result => Assert.True(result.Passed, result.Failure));
    }

    [Theory]
    [InlineData("Not Kebab", "SAUD1910")]
    [InlineData("", "SAUD1910")]
    [InlineData("a--b", "SAUD1910")]
    [InlineData("fine", "SAUD3001")]
    [InlineData("fine", "1910")]
    public void A_name_or_id_of_the_wrong_form_is_refused(string name, string id) => Assert.Throws<ArgumentException>(() => RuleTemplate.Of(name, id));
}
