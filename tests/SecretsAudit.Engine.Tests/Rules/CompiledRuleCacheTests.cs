using System.Reflection;
using System.Runtime.Loader;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Engine.Rules.Testing;

namespace SecretsAudit.Engine.Tests.Rules;

public sealed class CompiledRuleCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private RuleCaches Owned => new(Shipped: null, _folder.Of("cache"));

    [Fact]
    public void Rules_are_compiled_once_and_found_again()
    {
        WriteRule("true");

        Assert.Equal(["Compiled 1 rules."], LoadNotes(Owned));
        Assert.Empty(LoadNotes(Owned));
    }

    [Fact]
    public void A_changed_rule_is_compiled_again()
    {
        WriteRule("true");
        LoadNotes(Owned);

        WriteRule("secret.Description.IsAbsent()");

        Assert.Equal(["Compiled 1 rules."], LoadNotes(Owned));
    }

    [Fact]
    public void A_modified_assembly_is_not_loaded()
    {
        WriteRule("secret.Description.IsAbsent()");
        LoadNotes(Owned);
        var assembly = Directory.GetFiles(_folder.Of("cache"), "*.dll").Single();
        var good = File.ReadAllBytes(assembly);
        var bad = (byte[])good.Clone();
        bad[^100] ^= 1;
        File.WriteAllBytes(assembly, bad);

        Assert.Equal(["Compiled 1 rules."], LoadNotes(Owned));
        Assert.Equal(good, File.ReadAllBytes(assembly));
    }

    [Fact]
    public void An_assembly_of_other_rules_under_the_wrong_name_is_not_loaded()
    {
        WriteRule("true");
        LoadNotes(Owned);
        var other = File.ReadAllBytes(Directory.GetFiles(_folder.Of("cache"), "*.dll").Single());
        WriteRule("secret.Description.IsAbsent()");
        LoadNotes(Owned);

        foreach (var assembly in Directory.GetFiles(_folder.Of("cache"), "*.dll"))
            File.WriteAllBytes(assembly, other);

        Assert.Equal(["Compiled 1 rules."], LoadNotes(Owned));
    }

    [Theory]
    [InlineData("*.sha256")]
    [InlineData("*.dll")]
    public void Half_of_a_stored_pack_is_none(string pattern)
    {
        WriteRule("true");
        LoadNotes(Owned);

        File.Delete(Directory.GetFiles(_folder.Of("cache"), pattern).Single());

        Assert.Equal(["Compiled 1 rules."], LoadNotes(Owned));
    }

    [Fact]
    public void The_cache_folder_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;

        WriteRule("true");
        LoadNotes(Owned);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Of("cache")));
    }

    [Fact]
    public void A_cache_folder_that_others_can_enter_is_neither_read_nor_written()
    {
        if (OperatingSystem.IsWindows())
            return;

        WriteRule("true");
        LoadNotes(Owned);
        File.SetUnixFileMode(_folder.Of("cache"), File.GetUnixFileMode(_folder.Of("cache")) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        Assert.Equal(["Compiled 1 rules.", $"The compiled rules were not kept: {_folder.Of("cache")} can be entered by others, so compiled rules are not kept there."], LoadNotes(Owned));
    }

    [Fact]
    public void A_cache_folder_that_is_a_link_is_not_trusted()
    {
        WriteRule("true");
        Directory.CreateDirectory(_folder.Of("elsewhere"));
        Directory.CreateSymbolicLink(_folder.Of("cache"), _folder.Of("elsewhere"));

        Assert.Contains(LoadNotes(Owned), note => note.StartsWith("The compiled rules were not kept", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_time_and_nothing_else()
    {
        WriteRule("true");
        _folder.Write("cache", "a file where the folder should be");

        Assert.Equal(2, LoadNotes(Owned).Count);
    }

    [Fact]
    public void A_pack_compiled_when_the_product_was_built_needs_no_compiler()
    {
        RulePack.Precompile(ShippedRules.Directory, _folder.Of("rulepack"));

        // A load context of its own shows which assemblies this takes, whatever other tests have loaded.
        var context = new IsolatedContext(Path.GetDirectoryName(typeof(RulePack).Assembly.Location)!);
        var pack = context.Load("SecretsAudit.Engine").GetType(typeof(RulePack).FullName!)!
            .GetMethod(nameof(RulePack.Load))!
            .Invoke(null, [new[] { ShippedRules.Directory }, Activator.CreateInstance(context.Load("SecretsAudit.Engine").GetType(typeof(RuleCaches).FullName!)!, _folder.Of("rulepack"), null)])!;

        Assert.Empty((IReadOnlyList<string>)pack.GetType().GetProperty(nameof(RulePack.Notes))!.GetValue(pack)!);
        Assert.Contains(context.Assemblies, assembly => assembly.GetName().Name == "SecretsAudit.Engine");
        Assert.DoesNotContain(context.Assemblies, assembly => assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        context.Unload();
    }

    [Fact]
    public void A_rule_found_compiled_says_the_same_as_one_just_compiled()
    {
        using var compiled = RulePack.Load([ShippedRules.Directory], RuleCaches.None);
        RulePack.Precompile(ShippedRules.Directory, _folder.Of("rulepack"));
        using var found = RulePack.Load([ShippedRules.Directory], new(_folder.Of("rulepack"), null));

        Assert.Empty(found.Notes);
        Assert.Equal(compiled.Rules.Select(Describe), found.Rules.Select(Describe));
        Assert.All(RuleTests.Run(found), result => Assert.True(result.Passed, result.Failure));
    }

    public void Dispose() => _folder.Dispose();

    private static string Describe(Rule rule) => System.Text.Json.JsonSerializer.Serialize(rule);

    private void WriteRule(string fail) => _folder.Write("rules/x/sample.yaml", RuleYaml.Rule(fail));

    private IReadOnlyList<string> LoadNotes(RuleCaches caches)
    {
        using var pack = RulePack.Load([_folder.Of("rules")], caches);
        Assert.NotNull(pack.Find("sample"));
        return pack.Notes;
    }

    private sealed class IsolatedContext(string directory) : AssemblyLoadContext("isolated", isCollectible: true)
    {
        public Assembly Load(string name) => LoadFromAssemblyName(new AssemblyName(name));

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(directory, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
