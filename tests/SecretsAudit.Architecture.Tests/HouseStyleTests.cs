using System.Text.RegularExpressions;

namespace SecretsAudit.Architecture.Tests;

/// <summary>What the compiler does not check of the house style.</summary>
public sealed partial class HouseStyleTests
{
    private static readonly string[] ForbiddenWords = ["Manager", "Helper", "Util", "Utils", "Common", "Base", "Data", "Info", "Impl"];

    // AWS's own names, which we keep to the letter.
    private static readonly string[] FieldTerms = ["SecretsManager", "DataKey", "AccessKeyInfo"];

    [Fact]
    public void No_source_file_is_named_with_a_word_that_says_nothing() =>
        Assert.DoesNotContain(SourceFiles().Select(file => Path.GetFileNameWithoutExtension(file)), HasForbiddenWord);

    [Theory]
    [InlineData("SecretHelper", true)]
    [InlineData("PolicyUtils", true)]
    [InlineData("BaseRule", true)]
    [InlineData("AmazonSecretsManagerClient", false)]
    [InlineData("Database", false)]
    public void A_forbidden_word_is_seen_as_a_word(string name, bool forbidden) =>
        Assert.Equal(forbidden, HasForbiddenWord(name));

    [Fact]
    public void Every_source_file_has_a_file_scoped_namespace_or_none() =>
        Assert.DoesNotContain(SourceFiles(), file => BlockNamespace().IsMatch(File.ReadAllText(file)));

    private static bool HasForbiddenWord(string name) =>
        !FieldTerms.Any(term => name.Contains(term, StringComparison.Ordinal))
        && Words().Matches(name).Any(word => ForbiddenWords.Contains(word.Value));

    private static IEnumerable<string> SourceFiles() => Directory
        .EnumerateFiles(Path.Combine(ProjectReferenceTests.RepositoryRoot, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/Estate/Code/", StringComparison.Ordinal));

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^namespace [\w.]+\s*\{?\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockNamespace();
}
