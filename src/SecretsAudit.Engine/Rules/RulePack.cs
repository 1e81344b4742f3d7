using SecretsAudit.Engine.Fleet;
using SecretsAudit.Engine.Frameworks;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>Rules that are read, checked, compiled and ready to judge. Unloads the compiled code when disposed.</summary>
public sealed class RulePack : IDisposable
{
    private readonly IReadOnlyDictionary<string, CompiledRules> _compiled;

    internal RulePack(
        IReadOnlyList<Rule> rules, IReadOnlyDictionary<string, CompiledRules> compiled, PriceList? prices, IReadOnlyList<Framework> frameworks, IReadOnlyList<string> notes)
    {
        Rules = rules;
        _compiled = compiled;
        Prices = prices;
        Frameworks = frameworks;
        Notes = notes;
    }

    /// <summary>The rules, in id order.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The price list; null when the folders hold none, which leaves every cost unknown.</summary>
    public PriceList? Prices { get; }

    /// <summary>The frameworks of controls, in id order; empty when the folders hold none.</summary>
    public IReadOnlyList<Framework> Frameworks { get; }

    /// <summary>What happened on loading that a curious user may want to know: what was compiled, what could not be kept. For verbose output.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Reads the rules of folders; compiles them unless their compiled form is at hand.</summary>
    /// <param name="directories">The folders, the shipped one first. A later folder's price list replaces an earlier one's.</param>
    /// <param name="caches">Where compiled rules are looked for; <see cref="RuleCaches.Standard"/> when null.</param>
    /// <exception cref="DocumentException">A rule or price list is wrong; every error is in it.</exception>
    public static RulePack Load(IReadOnlyList<string> directories, RuleCaches? caches = null) =>
        new RulePackLoader(caches ?? RuleCaches.Standard).Load(directories);

    /// <summary>Compiles the rules of a folder into another folder, to be shipped beside the executable.</summary>
    /// <param name="rulesDirectory">The folder of rules.</param>
    /// <param name="outputDirectory">The folder to write to: <c>rulepack</c> beside the executable.</param>
    /// <exception cref="DocumentException">A rule is wrong.</exception>
    /// <exception cref="IOException">The output folder cannot be written.</exception>
    public static void Precompile(string rulesDirectory, string outputDirectory) => RulePackLoader.Precompile(rulesDirectory, outputDirectory);

    /// <summary>The rules that give evidence for a framework's controls, in id order.</summary>
    /// <param name="framework">The framework's id: <c>aws-fsbp</c>.</param>
    public IReadOnlyList<Rule> RulesOf(string framework) => [.. Rules.Where(rule => rule.Descriptor.Controls.ContainsKey(framework))];

    /// <summary>The rule of an id or a name, present or former; null when there is none.</summary>
    public Rule? Find(string idOrName) => Rules.FirstOrDefault(rule => rule.IsNamed(idOrName));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var compiled in _compiled.Values.Distinct())
            compiled.Dispose();
    }

    internal ResourceRule<TFacts> Create<TFacts>(Rule rule, RuleArguments arguments)
        where TFacts : class
        => _compiled[rule.Descriptor.Id].Create<TFacts>(rule, arguments);
}
