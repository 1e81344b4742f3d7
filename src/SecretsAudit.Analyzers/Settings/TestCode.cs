using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Settings;

/// <summary>Tells test code by where it is and what it references.</summary>
internal static class TestCode
{
    private static readonly string[] Frameworks = ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    // What a test reads is test code, too; seeds are not: they are what a new database starts with.
    private static readonly string[] Folders =
    [
        "test", "tests", "testing", "unittest", "unittests", "integrationtests", "functionaltests", "specs",
        "testdata", "test-data", "test_data", "fixtures", "__fixtures__", "mocks", "__mocks__",
    ];

    /// <summary>Whether a compilation references a test framework.</summary>
    public static bool References(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(static assembly => Frameworks.Contains(assembly.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a path is of test code.</summary>
    public static bool Is(string path)
    {
        var segments = path.Split('/', '\\');
        for (var index = 0; index < segments.Length - 1; index++)
        {
            if (Folders.Contains(segments[index], StringComparer.OrdinalIgnoreCase) || IsTestProject(segments[index]))
                return true;
        }

        var file = segments[segments.Length - 1];
        return file.EndsWith("Tests.cs", StringComparison.Ordinal) || file.EndsWith("Test.cs", StringComparison.Ordinal);
    }

    private static bool IsTestProject(string segment)
    {
        var name = segment.Substring(segment.LastIndexOf('.') + 1);
        return segment.IndexOf('.') > 0 && (name.EndsWith("Tests", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Test", StringComparison.OrdinalIgnoreCase))
            || segment.EndsWith("Tests", StringComparison.Ordinal);
    }
}
