using System.IO.Compression;
using System.Text;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>An inventory that was written can be judged again later; one that is damaged cannot pass for a smaller one.</summary>
public sealed class InventoryFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("inventory").FullName;

    private string InFolder => Path.Combine(_folder, "inventory.jsonl.gz");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_written_is_read_with_its_facts_its_times_and_its_gaps()
    {
        var written = await Estate().ReadAsync(InventoryNeeds.Secrets);
        await WriteAsync();
        var read = await new InventoryFileSource(InFolder).ReadAllAsync();

        Assert.Equal(written.Count, read.Count);
        Assert.Equal(written.Gaps(), read.Gaps());
        var (before, after) = (written.Secrets()[0], read.Secrets()[0]);
        Assert.Equal(before.Description, after.Description);
        Assert.Equal(before.Rotation, after.Rotation);
        Assert.Equal(before.ResourcePolicy, after.ResourcePolicy);
        Assert.Equal(before.Tags.Value, after.Tags.Value);
        Assert.Equal(before.Usage.Value.Readers, after.Usage.Value.Readers);
        Assert.Equal(before.Versions.Value.Select(version => (version.Id, version.CreatedAt)), after.Versions.Value.Select(version => (version.Id, version.CreatedAt)));
        Assert.Equal(written.Keys()[0].Policy, read.Keys()[0].Policy);
        Assert.Equal(written.OfType<InventoryItem.OfConfigRule>(), read.OfType<InventoryItem.OfConfigRule>());
    }

    [Fact]
    public async Task Writing_what_was_read_gives_the_same_file_again()
    {
        await WriteAsync();
        using var again = new MemoryStream();
        await InventoryFile.WriteAsync(new Renamed(new InventoryFileSource(InFolder), Estate().Source().Description), Request, again, CancellationToken.None);

        Assert.Equal(Unpack(File.ReadAllBytes(InFolder)), Unpack(again.ToArray()));
    }

    [Fact]
    public async Task What_was_not_read_is_left_out_and_stays_unknown()
    {
        await InventoryFile.WriteAsync(Estate().Source(), Request with { Needs = InventoryNeeds.Description }, InFolder, CancellationToken.None);

        Assert.DoesNotContain("resourcePolicy", Unpack(File.ReadAllBytes(InFolder)), StringComparison.Ordinal);
        Assert.True((await new InventoryFileSource(InFolder).ReadAllAsync()).Secrets()[0].ResourcePolicy.IsUnknown);
    }

    // 200 secrets of one page and 200 of the next, whose facts come from another read.
    [Fact]
    public async Task What_items_have_alike_becomes_one_object_and_what_only_looks_alike_does_not()
    {
        var pages = new Pages(400, 200);
        using var file = new MemoryStream();
        await InventoryFile.WriteAsync(pages, Request, file, CancellationToken.None);
        await File.WriteAllBytesAsync(InFolder, file.ToArray());

        var secrets = (await new InventoryFileSource(InFolder).ReadAllAsync()).Secrets();

        Assert.Equal(pages.Secrets, secrets, (left, right) => left.Arn == right.Arn && left.Rotation == right.Rotation && left.Description == right.Description && left.Tags.Value.SequenceEqual(right.Tags.Value));
        Assert.All(secrets, secret => Assert.Same(secrets[0].Tags.Value, secret.Tags.Value));
        Assert.All(secrets, secret => Assert.Same(secrets[0].Scope, secret.Scope));
        Assert.Same(secrets[0].Rotation, secrets[199].Rotation);
        Assert.NotEqual(secrets[199].Rotation, secrets[200].Rotation);
    }

    [Fact]
    public async Task The_head_says_when_and_from_where()
    {
        await WriteAsync();
        var head = await new InventoryFileSource(InFolder).ReadHeadAsync(CancellationToken.None);

        Assert.Equal((ScriptedAws.Now, InventoryNeeds.Secrets, TimeSpan.FromDays(90)), (head.AsOf, head.Needs, head.UsageWindow));
        Assert.Equal("store in this process (123456789012; 1 region)", head.Source);
    }

    [Fact]
    public async Task A_file_may_be_unpacked_by_hand_and_read_all_the_same()
    {
        await WriteAsync();
        await File.WriteAllTextAsync(InFolder, Unpack(await File.ReadAllBytesAsync(InFolder)));

        Assert.NotEmpty((await new InventoryFileSource(InFolder).ReadAllAsync()).Secrets());
    }

    [Fact]
    public async Task Only_its_owner_can_read_the_file()
    {
        await WriteAsync();

        // Windows has no modes; there the folder's own rights hold.
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(InFolder) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task A_source_that_breaks_off_leaves_the_file_as_it_was()
    {
        await File.WriteAllTextAsync(InFolder, "before");
        await Assert.ThrowsAsync<IOException>(() => InventoryFile.WriteAsync(new Broken(), Request, InFolder, CancellationToken.None));

        Assert.Equal("before", await File.ReadAllTextAsync(InFolder));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(0, "inventory.jsonl.gz:1: the file has version 2")]
    [InlineData(1, "inventory.jsonl.gz:1: the file does not begin as an inventory file does")]
    [InlineData(2, "inventory.jsonl.gz:1: ")]
    public async Task A_file_of_another_kind_or_version_is_refused(int change, string expected)
    {
        await WriteAsync();
        var text = Unpack(await File.ReadAllBytesAsync(InFolder));
        await File.WriteAllTextAsync(InFolder, change switch
        {
            0 => text.Replace("\"version\":1", "\"novel\":true,\"version\":2"),
            1 => text.Replace("secretsaudit-inventory", "other"),
            _ => "just some text\n",
        });

        var error = await Assert.ThrowsAsync<InventorySourceException>(() => new InventoryFileSource(InFolder).ReadAllAsync());
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_at_any_line_is_refused()
    {
        await WriteAsync();
        var lines = Unpack(await File.ReadAllBytesAsync(InFolder)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var kept = 0; kept < lines.Length; kept++)
        {
            await File.WriteAllTextAsync(InFolder, string.Concat(lines.Take(kept).Select(line => line + "\n")));
            await Assert.ThrowsAsync<InventorySourceException>(() => new InventoryFileSource(InFolder).ReadAllAsync());
        }
    }

    [Fact]
    public async Task A_file_cut_at_any_byte_is_refused()
    {
        await WriteAsync();
        var whole = await File.ReadAllBytesAsync(InFolder);
        for (var kept = 0; kept < whole.Length - 8; kept += 17)
        {
            await File.WriteAllBytesAsync(InFolder, whole[..kept]);
            await Assert.ThrowsAsync<InventorySourceException>(() => new InventoryFileSource(InFolder).ReadAllAsync());
        }
    }

    [Theory]
    [InlineData("{\"secret\":{\"arn\":\"a\"}}")]
    [InlineData("{\"secret\":{\"arn\":\"a\",\"name\":\"n\",\"scope\":{\"account\":\"1\",\"region\":\"r\"},\"value\":\"x\"}}")]
    [InlineData("{\"secret\":{\"arn\":\"a\",\"name\":\"n\",\"scope\":{\"account\":\"1\",\"region\":\"r\"},\"description\":{\"is\":\"d\",\"from\":4000}}}")]
    [InlineData("{\"secret\":{\"arn\":\"a\",\"name\":\"n\",\"scope\":{\"account\":\"1\",\"region\":\"r\"},\"description\":\"d\"}}")]
    [InlineData("{\"origin\":{\"number\":-1,\"of\":{\"source\":\"s\",\"readAt\":\"2026-01-01T00:00:00Z\"}}}")]
    [InlineData("{\"gap\":null}")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{{{{")]
    [InlineData("")]
    public async Task A_line_that_is_not_as_it_should_be_is_named(string line)
    {
        await WriteAsync();
        var lines = Unpack(await File.ReadAllBytesAsync(InFolder)).Split('\n');
        await File.WriteAllTextAsync(InFolder, string.Join('\n', lines.Take(3).Append(line).Concat(lines.Skip(3))));

        var error = await Assert.ThrowsAsync<InventorySourceException>(() => new InventoryFileSource(InFolder).ReadAllAsync());
        Assert.Contains("inventory.jsonl.gz:4: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        await using (var file = new GZipStream(File.Create(InFolder), CompressionLevel.Fastest))
        {
            for (var i = 0; i < 64; i++)
                await file.WriteAsync(new byte[1024 * 1024]);
        }

        var error = await Assert.ThrowsAsync<InventorySourceException>(() => new InventoryFileSource(InFolder).ReadAllAsync());
        Assert.Contains("longer than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_clear_error()
    {
        var error = await Assert.ThrowsAsync<InventorySourceException>(() => new InventoryFileSource(InFolder).ReadAllAsync());

        Assert.Contains(InFolder, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_origins_than_numbers_are_read_back_right()
    {
        var many = new Many(OriginNumbers.Slots + 500);
        await InventoryFile.WriteAsync(many, Request, InFolder, CancellationToken.None);
        var read = (await new InventoryFileSource(InFolder).ReadAllAsync()).Secrets();

        Assert.Equal((await many.ReadAllAsync()).Secrets().Select(secret => secret.Description), read.Select(secret => secret.Description));
    }

    private static InventoryRequest Request => new() { AsOf = ScriptedAws.Now };

    private Task WriteAsync() => InventoryFile.WriteAsync(Estate().Source(), Request, InFolder, CancellationToken.None);

    private static string Unpack(byte[] file)
    {
        using var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        using var text = new StreamReader(gzip, Encoding.UTF8);
        return text.ReadToEnd();
    }

    private static ScriptedAws Estate() => new ScriptedAws()
        .On("ListKeys", """{"Keys":[{"KeyId":"k","KeyArn":"arn:k"}]}""")
        .On("GetKeyPolicy", """{"Policy":"{\"Version\":\"2012-10-17\"}"}""")
        .Denies("DescribeKey")
        .On("DescribeComplianceByConfigRule", """{"ComplianceByConfigRules":[{"ConfigRuleName":"r","Compliance":{"ComplianceType":"COMPLIANT"}}]}""")
        .On("LookupEvents", """{"Events":[{"EventTime":1700000000,"CloudTrailEvent":"{\"requestParameters\":{\"secretId\":\"a\"},\"userIdentity\":{\"arn\":\"arn:u\"}}"}]}""")
        .On("ListSecrets", """{"SecretList":[{"ARN":"arn:a","Name":"a","Description":"é \" 😀","RotationRules":{"Duration":"3h"},"Tags":[{"Key":"k","Value":"v"}]},{"ARN":"arn:b","Name":"b"}]}""")
        .On("ListSecretVersionIds", """{"Versions":[{"VersionId":"v1","CreatedDate":1600000000.25}]}""")
        .On("GetResourcePolicy", call => call["SecretId"] == "arn:a" ? (200, "{}") : (400, """{"__type":"AccessDeniedException","Message":"no"}"""));

    private sealed class Renamed(IInventorySource source, string description) : IInventorySource
    {
        public string Description => description;

        public IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, CancellationToken cancellationToken) => source.ReadAsync(request, cancellationToken);
    }

    private sealed class Broken : IInventorySource
    {
        public string Description => "broken";

        public async IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new InventoryItem.ScopeRead(new("1", "r"));
            await Task.Yield();
            throw new IOException("broken");
        }
    }

    private sealed class Many(int secrets) : IInventorySource
    {
        public string Description => "many";

        public async IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            for (var i = 0; i < secrets; i++)
                yield return new InventoryItem.OfSecret(new Secret
                {
                    Arn = $"arn:{i}", Name = $"{i}", Scope = new("1", "r"), Description = Fact.Known($"{i}", new FactOrigin($"source {i}", ScriptedAws.Now)),
                });
        }
    }

    private sealed class Pages(int count, int size) : IInventorySource
    {
        public string Description => "pages";

        public IReadOnlyList<Secret> Secrets { get; } = [.. Enumerable.Range(0, count).Select(number => Secret(number, new FactOrigin("secretsmanager:ListSecrets", ScriptedAws.Now.AddSeconds(number / size))))];

        public async IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var secret in Secrets)
                yield return new InventoryItem.OfSecret(secret);
        }

        private static Secret Secret(int number, FactOrigin origin) => new()
        {
            Arn = $"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app/{number}-AbCdEf",
            Name = $"app/{number}",
            Scope = new("111122223333", "eu-west-1"),
            Description = Fact.Known($"Number {number % 7}", origin),
            Tags = Fact.Known<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { ["owner"] = "team-orders" }, origin),
            Rotation = new() { Enabled = Fact.Known(true, origin), AutomaticallyAfterDays = Fact.Known(30, origin) },
        };
    }
}
