namespace SecretsAudit.Detection.Tests.Formats;

/// <summary>Each provider's format against the samples that stand beside it.</summary>
public sealed class FormatSampleTests
{
    public static TheoryData<string> Ids => [.. FormatFile.ReadAll().Select(format => format.Id)];

    [Fact]
    public void The_compiled_table_is_what_the_files_say()
    {
        var path = Path.Combine(FormatFile.Root, "src", "SecretsAudit.Detection", "Formats", "FormatTable.g.cs");
        var expected = FormatFile.TableText();
        if (Environment.GetEnvironmentVariable("SECRETSAUDIT_WRITE_TABLE") == "1")
            File.WriteAllText(path, expected);

        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Fact]
    public void No_two_formats_have_one_id() => Assert.DoesNotContain(FormatFile.ReadAll().CountBy(format => format.Id), count => count.Value > 1);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_format_is_found_in_its_true_samples_and_in_no_false_one(string id)
    {
        var format = FormatFile.ReadAll().Single(format => format.Id == id);

        Assert.All(format.True, sample => Assert.Contains(Found(sample), match => match.Format == id && match.Kind == CredentialKind.ProviderToken));
        Assert.All(format.False, sample => Assert.DoesNotContain(Found(sample), match => match.Format == id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_token_is_found_where_it_stands_and_its_reason_does_not_hold_it(string id)
    {
        var format = FormatFile.ReadAll().Single(format => format.Id == id);
        var sample = format.True[0].Replace("⟨⟩", "", StringComparison.Ordinal);
        var text = $"first line\nlet key = \"{sample}\";\n";

        var match = Assert.Single(Found(text), match => match.Format == id);

        var token = text.Substring(match.Start, match.Length);
        Assert.EndsWith(token, sample, StringComparison.Ordinal);
        Assert.DoesNotContain(token, match.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_samples_of_a_format_with_a_checksum_hold_theirs() =>
        Assert.All(FormatFile.ReadAll().Where(format => format.Checksum is not null), format => Assert.All(format.True, sample => Assert.Contains(Found(sample), match => match.Format == format.Id && match.Confidence == CredentialConfidence.High)));

    [Fact]
    public void A_checksum_that_does_not_hold_makes_a_token_doubted()
    {
        var sample = FormatFile.ReadAll().Single(format => format.Id == "azure-storage-key").True[0].Replace("⟨⟩", "", StringComparison.Ordinal);
        var other = (sample[0] == 'q' ? 'p' : 'q') + sample[1..];

        Assert.Equal(CredentialConfidence.Medium, Assert.Single(Found(other)).Confidence);
    }

    private static List<CredentialMatch> Found(string sample)
    {
        var matches = new List<CredentialMatch>();
        CredentialText.Find(sample.Replace("⟨⟩", "", StringComparison.Ordinal), matches);
        return matches;
    }
}
