using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Caching;

namespace SecretsAudit.Benchmarks.Engine;

/// <summary>Loading the shipped rules when they are compiled already: under 10 ms warm. Beside it the limit: reading the files that are read for it.</summary>
[MemoryDiagnoser]
public class PackBenchmarks
{
    private DirectoryInfo _cache = null!;
    private RuleCaches _caches = null!;

    [GlobalSetup]
    public void Setup()
    {
        // Only its owner can enter it, as the folder of compiled rules has to be.
        _cache = Directory.CreateTempSubdirectory("secretsaudit-packs-");
        _caches = new(Shipped: null, Owned: _cache.FullName);
        Load();
    }

    [GlobalCleanup]
    public void Cleanup() => _cache.Delete(recursive: true);

    [Benchmark]
    public int Load()
    {
        using var pack = RulePack.Load([RulesFolder()], _caches);
        return pack.Rules.Count;
    }

    [Benchmark(Baseline = true)]
    public long FilesAlone() => Directory.EnumerateFiles(RulesFolder(), "*.yaml", SearchOption.AllDirectories)
        .Where(path => !path.Contains("credentials", StringComparison.Ordinal)).Sum(path => (long)File.ReadAllBytes(path).Length);

    private static string RulesFolder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../rules"));
}
