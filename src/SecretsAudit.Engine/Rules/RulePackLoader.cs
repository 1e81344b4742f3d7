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
        var files = RuleDirectory.Rules(rulesDirectory, errors);
        errors.ThrowIfAny();
        var key = RuleKey.Of(files);
        if (new CompiledRuleFolder(outputDirectory, isOwned: false).Write(key, Compile(files, key)) is { } problem)
            throw new IOException(problem);
    }

    public RulePack Load(IReadOnlyList<string> directories)
    {
        var errors = new ErrorList();
        // What lies beside the rules is parsed at each load, which takes as long as all of the rest: it is done meanwhile.
        var beside = Task.Run(() => ReadBeside(directories));
        var folders = directories.Select(directory => RuleDirectory.Rules(directory, errors)).ToList();
        var rules = new List<Rule>();
        var compiled = new Dictionary<string, CompiledRules>(StringComparer.Ordinal);
        foreach (var files in folders.Where(files => files.Count > 0))
            Load(files, rules, compiled, errors);

        RefuseDuplicates(rules, errors);
        var (prices, frameworks, wrong) = beside.GetAwaiter().GetResult();
        errors.Add(wrong.Errors);
        // What a framework says of rules can be told only when all of them were read.
        if (errors.IsEmpty)
            FrameworkReader.Check(frameworks, rules, errors);
        errors.ThrowIfAny();
        return new([.. rules.OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal)], compiled, prices, [.. frameworks.OrderBy(framework => framework.Id, StringComparer.Ordinal)], _notes);
    }

    private void Load(IReadOnlyList<RuleFile> files, List<Rule> rules, Dictionary<string, CompiledRules> compiled, ErrorList errors)
    {
        try
        {
            var assembly = new CompiledRules(Assembly(files));
            var read = ReadRules(assembly, files);
            rules.AddRange(read);
            foreach (var rule in read)
                compiled.TryAdd(rule.Descriptor.Id, assembly);
        }
        catch (DocumentException broken)
        {
            // What is wrong in other folders and beside the rules is told with it.
            errors.Add(broken.Errors);
        }
    }

    private static (PriceList? Prices, IReadOnlyList<Framework> Frameworks, ErrorList Wrong) ReadBeside(IReadOnlyList<string> directories)
    {
        var errors = new ErrorList();
        var prices = directories.SelectMany(directory => RuleDirectory.PriceLists(directory, errors))
            .Select(file => PriceListReader.Read(file.Path, file.Text, errors))
            .LastOrDefault();
        var frameworks = directories.SelectMany(directory => RuleDirectory.Frameworks(directory, errors))
            .Select(file => FrameworkReader.Read(file.Path, file.Text, errors))
            .OfType<Framework>()
            .ToList();
        return (prices, frameworks, errors);
    }

    private static List<Rule> ReadRules(CompiledRules assembly, IReadOnlyList<RuleFile> files)
    {
        var byPath = files.ToDictionary(file => file.RelativePath, StringComparer.Ordinal);
        return [.. assembly.ReadMetadata().Select(metadata => metadata.ToRule(byPath[metadata.File], () => Body(byPath[metadata.File])))];
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

    private byte[] Assembly(IReadOnlyList<RuleFile> files)
    {
        var key = RuleKey.Of(files);
        if (caches.Shipped is { } shipped && new CompiledRuleFolder(shipped, isOwned: false).Read(key) is { } built)
            return built;

        var owned = caches.Owned is { } directory ? new CompiledRuleFolder(directory, isOwned: true) : null;
        if (owned?.Read(key) is { } kept)
            return kept;

        var compiled = Compile(files, key);
        _notes.Add($"Compiled {files.Count} rules.");
        if (owned?.Write(key, compiled) is { } problem)
            _notes.Add($"The compiled rules were not kept: {problem}.");

        return compiled;
    }

    private static byte[] Compile(IReadOnlyList<RuleFile> files, string key)
    {
        var errors = new ErrorList();
        var parsed = files.Select(file => (File: file, Rule: Parse(file, errors))).Where(pair => pair.Rule is not null).ToList();
        var rules = parsed.Select(pair => pair.Rule!).ToList();
        RefuseDuplicates(rules, errors);
        errors.ThrowIfAny();

        IReadOnlyList<RuleMetadata> metadata = [.. parsed.Select(pair => RuleMetadata.Of(pair.Rule!, pair.File))];
        var json = JsonSerializer.SerializeToUtf8Bytes(metadata, RuleMetadataJson.Default.IReadOnlyListRuleMetadata);
        var assembly = RuleCompiler.Compile(rules, "SecretsAudit.Rules." + key[..16], json, errors);
        errors.ThrowIfAny();
        return assembly;
    }
}
