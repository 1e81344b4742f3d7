using System.Text.Json;
using SecretsAudit.Engine.Fleet;
using SecretsAudit.Engine.Frameworks;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Engine.Rules.Compilation;
using SecretsAudit.Engine.Rules.Reading;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules;

/// <summary>
/// Loads folders of rules. Each folder is compiled by itself, so that a user's own rules leave the shipped ones' compiled form valid. A
/// folder that is found compiled has been checked before: its files are hashed and not read again.
/// </summary>
internal sealed class RulePackLoader(RuleCaches caches)
{
    private readonly List<string> _notes = [];

    public static void Precompile(string rulesDirectory, string outputDirectory)
    {
        var errors = new ErrorList();
        var folder = RuleFolder.Read(rulesDirectory, errors);
        errors.ThrowIfAny();
        var key = RuleKey.Of(folder);
        if (new CompiledRuleFolder(outputDirectory, isOwned: false).Write(key, Compile(folder, key)) is { } problem)
            throw new IOException(problem);
    }

    public RulePack Load(IReadOnlyList<string> directories)
    {
        var errors = new ErrorList();
        var rules = new List<Rule>();
        var frameworks = new List<Framework>();
        var compiled = new Dictionary<string, CompiledRules>(StringComparer.Ordinal);
        foreach (var folder in directories.Select(directory => RuleFolder.Read(directory, errors)).Where(folder => folder.Files.Any()))
            Load(folder, rules, frameworks, compiled, errors);

        RefuseDuplicates(rules, errors);
        var prices = directories.SelectMany(directory => RuleDirectory.PriceLists(directory, errors)).Select(file => PriceListReader.Read(file.Path, file.Text, errors)).LastOrDefault();
        // What a framework says of rules can be told only when all of them were read.
        if (errors.IsEmpty)
            FrameworkReader.Check(frameworks, rules, errors);
        errors.ThrowIfAny();
        return new([.. rules.OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal)], compiled, prices, [.. frameworks.OrderBy(framework => framework.Id, StringComparer.Ordinal)], _notes);
    }

    private void Load(RuleFolder folder, List<Rule> rules, List<Framework> frameworks, Dictionary<string, CompiledRules> compiled, ErrorList errors)
    {
        try
        {
            var assembly = new CompiledRules(Assembly(folder));
            var metadata = assembly.ReadMetadata();
            var byPath = folder.Rules.ToDictionary(file => file.RelativePath, StringComparer.Ordinal);
            foreach (var rule in metadata.Rules.Select(rule => rule.ToRule(byPath[rule.File], () => Body(byPath[rule.File]))))
            {
                rules.Add(rule);
                compiled.TryAdd(rule.Descriptor.Id, assembly);
            }

            frameworks.AddRange(metadata.Frameworks.Select(framework => framework.ToFramework(folder.Frameworks.First(file => file.RelativePath == framework.File))));
        }
        catch (DocumentException broken)
        {
            // What is wrong in other folders and beside the rules is told with it.
            errors.Add(broken.Errors);
        }
    }

    private static RuleBody Body(RuleFile file)
    {
        var errors = new ErrorList();
        var rule = Parse(file, errors);
        errors.ThrowIfAny();
        return rule!.Body;
    }

    private static Rule? Parse(RuleFile file, ErrorList errors) => new RuleReader(file.Path, file.Category, file.Text, errors).Read();

    private static void RefuseDuplicates(IReadOnlyList<Rule> rules, ErrorList errors)
    {
        foreach (var name in (Func<Rule, string>[])[rule => rule.Descriptor.Id, rule => rule.Descriptor.Name])
        {
            foreach (var group in rules.GroupBy(name, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var twice in group.Skip(1))
                    errors.Add(twice.At, $"'{group.Key}' is taken by {group.First().At}.", "An id or name belongs to one rule, for ever.");
            }
        }

        foreach (var rule in rules)
        {
            foreach (var alias in rule.Descriptor.Aliases ?? [])
            {
                if (rules.FirstOrDefault(other => other.IsNamed(alias) && !ReferenceEquals(other, rule)) is { } taken)
                    errors.Add(rule.At, $"The alias '{alias}' is taken by {taken.At}.", "An id or name belongs to one rule, for ever.");
            }
        }
    }

    private byte[] Assembly(RuleFolder folder)
    {
        var key = RuleKey.Of(folder);
        if (caches.Shipped is { } shipped && new CompiledRuleFolder(shipped, isOwned: false).Read(key) is { } built)
            return built;

        var owned = caches.Owned is { } directory ? new CompiledRuleFolder(directory, isOwned: true) : null;
        if (owned?.Read(key) is { } kept)
            return kept;

        var compiled = Compile(folder, key);
        _notes.Add($"Compiled {folder.Rules.Count} rules.");
        if (owned?.Write(key, compiled) is { } problem)
            _notes.Add($"The compiled rules were not kept: {problem}.");

        return compiled;
    }

    private static byte[] Compile(RuleFolder folder, string key)
    {
        var errors = new ErrorList();
        var parsed = folder.Rules.Select(file => (File: file, Rule: Parse(file, errors))).Where(pair => pair.Rule is not null).ToList();
        var rules = parsed.Select(pair => pair.Rule!).ToList();
        RefuseDuplicates(rules, errors);
        // Only rules that were read without error can be compiled; what is wrong with the frameworks is told either way.
        var beside = new ErrorList();
        var frameworks = folder.Frameworks.Select(file => (File: file, Framework: FrameworkReader.Read(file.Path, file.Text, beside))).Where(pair => pair.Framework is not null).ToList();
        if (!errors.IsEmpty)
            errors.Add(beside.Errors);
        errors.ThrowIfAny();

        var metadata = new PackMetadata(
            [.. parsed.Select(pair => RuleMetadata.Of(pair.Rule!, pair.File))], [.. frameworks.Select(pair => FrameworkMetadata.Of(pair.Framework!, pair.File))]);
        var json = JsonSerializer.SerializeToUtf8Bytes(metadata, PackMetadataJson.Default.PackMetadata);
        var assembly = RuleCompiler.Compile(rules, "SecretsAudit.Rules." + key[..16], json, errors);
        errors.Add(beside.Errors);
        errors.ThrowIfAny();
        return assembly;
    }
}
