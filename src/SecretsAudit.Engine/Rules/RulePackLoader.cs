using SecretsAudit.Engine.Fleet;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Engine.Rules.Compilation;
using SecretsAudit.Engine.Rules.Reading;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>Loads folders of rules. Each folder is compiled by itself, so that a user's own rules leave the shipped ones' compiled form valid.</summary>
internal sealed class RulePackLoader(RuleCaches caches)
{
    private readonly List<string> _notes = [];

    public static void Precompile(string rulesDirectory, string outputDirectory)
    {
        var errors = new ErrorList();
        var files = RuleDirectory.Rules(rulesDirectory, errors);
        var rules = Parse(files, errors);
        errors.ThrowIfAny();
        var key = RuleKey.Of(files);
        if (new CompiledRuleFolder(outputDirectory, isOwned: false).Write(key, Compile(rules, key)) is { } problem)
            throw new IOException(problem);
    }

    public RulePack Load(IReadOnlyList<string> directories)
    {
        var errors = new ErrorList();
        var folders = directories.Select(directory => RuleDirectory.Rules(directory, errors)).Select(files => (Files: files, Rules: Parse(files, errors))).ToList();
        var prices = directories.SelectMany(directory => RuleDirectory.PriceLists(directory, errors)).Select(file => PriceListReader.Read(file.Path, file.Text, errors)).LastOrDefault();
        var all = folders.SelectMany(folder => folder.Rules).OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal).ToList();
        RefuseDuplicates(all, rule => rule.Descriptor.Id, errors);
        RefuseDuplicates(all, rule => rule.Descriptor.Name, errors);
        errors.ThrowIfAny();

        var compiled = new Dictionary<string, CompiledRules>(StringComparer.Ordinal);
        foreach (var (files, rules) in folders.Where(folder => folder.Rules.Count > 0))
        {
            var assembly = new CompiledRules(Assembly(files, rules));
            foreach (var rule in rules)
                compiled[rule.Descriptor.Id] = assembly;
        }

        return new(all, compiled, prices, _notes);
    }

    private static List<Rule> Parse(IReadOnlyList<RuleFile> files, ErrorList errors) =>
        [.. files.Select(file => new RuleReader(file.Path, file.Category, file.Text, errors).Read()).OfType<Rule>()];

    private static void RefuseDuplicates(List<Rule> rules, Func<Rule, string> name, ErrorList errors)
    {
        foreach (var group in rules.GroupBy(name, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var twice in group.Skip(1))
                errors.Add(twice.At, $"'{group.Key}' is taken by {group.First().At}.", "An id or name belongs to one rule, for ever.");
        }
    }

    private byte[] Assembly(IReadOnlyList<RuleFile> files, List<Rule> rules)
    {
        var key = RuleKey.Of(files);
        if (caches.Shipped is { } shipped && new CompiledRuleFolder(shipped, isOwned: false).Read(key) is { } built)
            return built;

        var owned = caches.Owned is { } directory ? new CompiledRuleFolder(directory, isOwned: true) : null;
        if (owned?.Read(key) is { } kept)
            return kept;

        var compiled = Compile(rules, key);
        _notes.Add($"Compiled {rules.Count} rules.");
        if (owned?.Write(key, compiled) is { } problem)
            _notes.Add($"The compiled rules were not kept: {problem}.");

        return compiled;
    }

    private static byte[] Compile(IReadOnlyList<Rule> rules, string key)
    {
        var errors = new ErrorList();
        var assembly = RuleCompiler.Compile(rules, "SecretsAudit.Rules." + key[..16], errors);
        errors.ThrowIfAny();
        return assembly;
    }
}
