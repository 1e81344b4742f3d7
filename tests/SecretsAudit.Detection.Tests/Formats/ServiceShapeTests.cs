using System.Text;
using SecretsAudit.Detection.Formats;

namespace SecretsAudit.Detection.Tests.Formats;

/// <summary>Tokens without a mark of their own, told by their shape and by the service's name before them.</summary>
public sealed class ServiceShapeTests
{
    public static TheoryData<string> Names => [.. ServiceTable.All.Select(service => service.Name)];

    [Fact]
    public void The_compiled_table_is_what_the_file_says()
    {
        var path = Path.Combine(FormatFile.Root, "src", "SecretsAudit.Detection", "Formats", "ServiceTable.g.cs");
        var expected = ServiceFile.Read().TableText();
        if (Environment.GetEnvironmentVariable("SECRETSAUDIT_WRITE_TABLE") == "1")
            File.WriteAllText(path, expected);

        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_token_of_the_services_shape_is_found_behind_its_name_and_a_longer_one_is_not(string name)
    {
        foreach (var shape in Shapes(name))
        {
            var token = Token(shape, new Random(name.Length + shape.Length));
            var text = $"{name} access token: {token}\n";

            Assert.Contains(CredentialFile.ScanText("notes.txt", text), found => text.Substring(found.Match.Start, found.Match.Length) == token);
            Assert.DoesNotContain(CredentialFile.ScanText("notes.txt", $"{name} 'x{token}Q7'\n"), found => found.Match.Format == "service-token" && found.Match.Length == token.Length);
        }
    }

    [Theory]
    [InlineData("clockify: see 5us4rjh9ebxtblpi3cnw2hq0d8fqpk7smdrygz6xv\n")]
    [InlineData("https://api.clockify.me/v1/5us4rjh9ebxtblpi3cnw2hq0d8fqpk7smdrygz6xvejqvo0f\n")]
    [InlineData("boxes 9kQ2vHJZ4BTG6A8l2mNK3v9JH7tN1jXw are stacked\n")]
    [InlineData("the box 9kQ2vHJZ4BTG6A8l2mNK3v9JH7tN1jXw is stacked\n")]
    [InlineData("github commit 4f1c2ad8e0b35d9a7c66e10f8b2d43a95e07c1fa\n")]
    public void What_stands_behind_a_services_name_by_chance_is_left_alone(string text) => Assert.Empty(CredentialFile.ScanText("notes.txt", text));

    private static List<string> Shapes(string name) =>
        ServiceFile.Read() is var file && file.Services.TryGetValue(name, out var shapes) ? shapes : file.Words[name];

    private static string Token(string shape, Random random)
    {
        var token = new StringBuilder();
        foreach (var part in shape.Split(' '))
        {
            if (part[0] != '[')
            {
                token.Append(part);
                continue;
            }

            var close = part.IndexOf(']', StringComparison.Ordinal);
            var alphabet = CharacterSet.Parse(part[1..close]);
            var characters = Enumerable.Range(33, 94).Select(code => (char)code).Where(alphabet.Contains).ToArray();
            // A mark at an end would be taken for the text's.
            var letters = Array.FindAll(characters, char.IsLetterOrDigit);
            var count = int.Parse(part[(close + 2)..^1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
            for (var i = 0; i < count; i++)
                token.Append(random.GetItems(i == 0 || i == count - 1 || random.Next(8) > 0 ? letters.Length > 0 ? letters : characters : characters, 1));
        }

        return token.ToString();
    }
}
