using System;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Literals;

/// <summary>What <c>.editorconfig</c> says: <c>dotnet_code_quality.SAUD2001.minimum_confidence</c>, <c>.allowed_values</c>, <c>.test_code</c>.</summary>
internal sealed class LiteralSettings
{
    private const string Prefix = "dotnet_code_quality.SAUD2001.";

    private static readonly string[] TestFolders = ["test", "tests", "testing", "spec", "specs", "testdata", "fixtures", "benchmarks", "samples", "examples"];

    /// <summary>What nobody has set.</summary>
    public static LiteralSettings Default { get; } = new() { Setting = ValueSetting.SourceCode };

    /// <summary>The least confidence that is reported; default low.</summary>
    public CredentialConfidence MinimumConfidence { get; private set; }

    /// <summary>Values that are no credentials here; default none.</summary>
    public string[] AllowedValues { get; private set; } = [];

    /// <summary>Whether the file is of shipped code or of tests.</summary>
    public ValueSetting Setting { get; private set; }

    /// <summary>Whether the file is not looked at.</summary>
    public bool IsOff { get; private set; }

    /// <summary>The settings of a file.</summary>
    public static LiteralSettings Of(AnalyzerConfigOptions options, string path)
    {
        var isTest = IsTest(path);
        var testCode = options.TryGetValue(Prefix + "test_code", out var word) ? word.Trim().ToLowerInvariant() : "soft";
        return new()
        {
            MinimumConfidence = options.TryGetValue(Prefix + "minimum_confidence", out var least) && Enum.TryParse<CredentialConfidence>(least.Trim(), ignoreCase: true, out var confidence) ? confidence : CredentialConfidence.Low,
            AllowedValues = options.TryGetValue(Prefix + "allowed_values", out var allowed) ? [.. allowed.Split(',').Select(value => value.Trim())] : [],
            Setting = isTest && testCode != "full" ? ValueSetting.TestCode : ValueSetting.SourceCode,
            IsOff = isTest && testCode == "off",
        };
    }

    /// <summary>The settings of a file that no editor configuration is read for.</summary>
    public static LiteralSettings Of(string path) => IsTest(path) ? new() { Setting = ValueSetting.TestCode } : Default;

    private static bool IsTest(string path)
    {
        var folders = path.Replace('\\', '/').Split('/');
        for (var i = 0; i < folders.Length - 1; i++)
        {
            var folder = folders[i].ToLowerInvariant();
            if (Array.IndexOf(TestFolders, folder) >= 0 || folder.EndsWith(".tests", StringComparison.Ordinal) || folder.EndsWith(".test", StringComparison.Ordinal)
                || folder.EndsWith("tests", StringComparison.Ordinal) || folder.EndsWith(".specs", StringComparison.Ordinal))
                return true;
        }

        var name = folders[folders.Length - 1];
        return name.EndsWith("Tests.cs", StringComparison.Ordinal) || name.EndsWith("Test.cs", StringComparison.Ordinal) || name.EndsWith("Fixture.cs", StringComparison.Ordinal);
    }
}
