using SecretsAudit.Store.Estate;

namespace SecretsAudit.Store.Tests.Estate;

public sealed class SampleCodeTests
{
    [Fact]
    public void The_tree_has_source_settings_and_deployment_files()
    {
        Assert.InRange(SampleCode.Files.Count, 12, 25);
        Assert.Subset(
            SampleCode.Files.ToHashSet(),
            new HashSet<string> { ".env", "deploy.yaml", "docker-compose.yml", "src/Checkout/appsettings.json", "src/Checkout/Program.cs", "src/Checkout/web.config" });
    }

    [Fact]
    public void It_holds_about_ten_credentials_and_more_look_alikes()
    {
        var answers = SampleCode.Answers();

        Assert.InRange(answers.Planted.Count, 10, 16);
        Assert.True(answers.Innocents.Count > 2 * answers.Planted.Count);
    }

    [Fact]
    public void No_mark_is_left_when_it_is_written_out()
    {
        Assert.All(SampleCode.Files, file => Assert.Equal(-1, SampleCode.Text(file).IndexOfAny(['⟦', '⟧', '⟨', '⟩'])));
    }

    [Fact]
    public async Task An_answer_names_the_line_as_it_is_written_out()
    {
        var folder = Directory.CreateTempSubdirectory("estate-code-");
        try
        {
            await SampleCode.WriteAsync(folder.FullName, default);

            var line = Assert.Single(SampleCode.Answers().Planted, answer => answer.Path == "docker-compose.yml").Line;
            Assert.Contains("POSTGRES_PASSWORD: ", File.ReadAllLines(Path.Combine(folder.FullName, "docker-compose.yml"))[line - 1]);
            Assert.All(SampleCode.Files, file => Assert.True(File.Exists(Path.Combine(folder.FullName, file))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void No_answer_repeats_a_credential()
    {
        Assert.All(SampleCode.Answers().Planted, answer =>
        {
            var line = SampleCode.Text(answer.Path).Split('\n')[answer.Line - 1];
            Assert.DoesNotContain(line.Split('"', '=', ' ').Where(word => word.Length > 11), word => answer.Why.Contains(word, StringComparison.Ordinal));
        });
    }
}
