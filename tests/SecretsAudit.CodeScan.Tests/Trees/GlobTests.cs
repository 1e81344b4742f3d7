using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using SecretsAudit.CodeScan.Trees;

namespace SecretsAudit.CodeScan.Tests.Trees;

/// <summary>https://git-scm.com/docs/gitignore#_pattern_format</summary>
public sealed class GlobTests
{
    [Theory]
    [InlineData("bin", "bin", true)]
    [InlineData("bin", "binary", false)]
    [InlineData("*.user", "App.csproj.user", true)]
    [InlineData("*.user", "folder/App.user", false)]
    [InlineData("[Bb]in", "Bin", true)]
    [InlineData("[!B]in", "bin", true)]
    [InlineData("[!B]in", "/in", false)]
    [InlineData("[a-z0-9]?", "q7", true)]
    [InlineData("?", "/", false)]
    [InlineData("**/logs", "logs", true)]
    [InlineData("**/logs", "a/b/logs", true)]
    [InlineData("**/logs", "a/catalogs", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**", "a/x/y", true)]
    [InlineData("a**b", "axyb", true)]
    [InlineData("a**b", "ax/yb", false)]
    [InlineData("a/*", "a/x/y", false)]
    [InlineData(@"\*.txt", "*.txt", true)]
    [InlineData(@"\*.txt", "a.txt", false)]
    [InlineData("a[", "a[", true)]
    public void A_pattern_matches_as_git_documents_it(string glob, string path, bool matches) => Assert.Equal(matches, Glob.Matches(glob, path));

    [Fact]
    public void It_agrees_with_the_same_pattern_as_a_regular_expression() =>
        Gen.Select(Gen.OneOfConst("a", "b", "/", "*", "**", "**/", "?", "[ab]", "[!a]", @"\*", ".").Array[0, 8], Gen.OneOfConst('a', 'b', '/', '.', '*').Array[0, 10])
            .Sample((parts, path) => Assert.Equal(Regex.IsMatch(new string(path), "^" + Translate(parts) + "$"), Glob.Matches(Written(parts), new string(path))), iter: 200_000, seed: "0000EnwZvOH6");

    [Fact]
    public void A_pattern_of_many_stars_ends() => Assert.False(Glob.Matches(string.Concat(Enumerable.Repeat("**/*a", 90)) + "c", new string('a', 4000)));

    private static string Written(string[] parts) => string.Concat(parts);

    // Stars side by side make other tokens than they were drawn as: the expression is made of what is written.
    private static string Translate(string[] parts)
    {
        var glob = Written(parts);
        var expression = new StringBuilder();
        for (var i = 0; i < glob.Length; i++)
        {
            switch (glob[i])
            {
                case '*':
                    var stars = glob.Length - i - glob.AsSpan(i).TrimStart('*').Length;
                    var isName = stars == 2 && (i == 0 || glob[i - 1] == '/');
                    var isOfFolders = isName && i + 2 < glob.Length && glob[i + 2] == '/';
                    expression.Append(isOfFolders ? "(?:.*/)?" : isName && i + 2 == glob.Length ? ".*" : "[^/]*");
                    i += stars - 1 + (isOfFolders ? 1 : 0);
                    break;
                case '?':
                    expression.Append("[^/]");
                    break;
                case '[':
                    expression.Append(glob[i + 1] == '!' ? "[^a/]" : "[ab]");
                    i += 3;
                    break;
                case '\\':
                    expression.Append(Regex.Escape(glob[++i].ToString()));
                    break;
                default:
                    expression.Append(Regex.Escape(glob[i].ToString()));
                    break;
            }
        }

        return expression.ToString();
    }
}
