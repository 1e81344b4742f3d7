using System.Reflection;
using System.Runtime.Loader;
using Amazon.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecretsAudit.AwsClients.Tests.Seam;

/// <summary>
/// <c>-p:AwsSdk=official</c> swaps our clients for AWS's. KMS is a service of which both kinds exist here: the same source,
/// compiled against each, must compile, send the same bytes and read the same answers.
/// </summary>
public sealed class OfficialClientSeamTests
{
    // These differ between any two runs of one client: a random call id, the clock and the signature over it.
    private static readonly string[] DifferEachRun = ["amz-sdk-invocation-id", "X-Amz-Date", "Authorization"];

    [Fact]
    public async Task The_same_calling_code_sends_the_same_bytes_through_the_compat_and_the_official_client()
    {
        var compat = new Wire(Answer);
        var official = new Wire(Answer);

        var readByCompat = await RunAsync(typeof(Amazon.KeyManagementService.AmazonKeyManagementServiceClient).Assembly.Location, compat);
        var readByOfficial = await RunAsync(OfficialPath, official);

        Assert.Equal(6, official.Sent.Count);
        Assert.All(official.Sent.Zip(compat.Sent), pair => Assert.Equal(Comparable(pair.First), Comparable(pair.Second)));
        Assert.Equal(official.Sent.Select(sent => sent.SignedHeaders), compat.Sent.Select(sent => sent.SignedHeaders));
        Assert.Equal(readByOfficial, readByCompat);
        Assert.Equal(8, readByOfficial.Count);
    }

    [Fact]
    public async Task The_comparison_notices_one_changed_byte()
    {
        var wire = new Wire(Answer);
        await RunAsync(OfficialPath, wire);
        var changed = wire.Sent[0] with { Body = wire.Sent[0].Body.Replace("payments", "Payments") };

        Assert.NotEqual(Comparable(wire.Sent[0]), Comparable(changed));
    }

    private static string OfficialPath => Path.Combine(AppContext.BaseDirectory, "AWSSDK.KeyManagementService.dll");

    private static string Comparable(SentRequest sent) => string.Join('\n', sent.Headers
        .Where(header => !DifferEachRun.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        .OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .Select(header => $"{header.Key}: {header.Value}")
        .Prepend($"{sent.Method} {sent.Uri}")
        .Append(sent.Body));

    // The creation date's fraction is one that a double holds exactly: the official client reads others up to a tick early, ours does not.
    private static HttpResponseMessage Answer(SentRequest sent, int index) => sent.Target switch
    {
        "TrentService.CreateKey" => Wire.Json(200, """
            {"KeyMetadata":{"KeyId":"k-1","Enabled":true,"KeyState":"Enabled","CreationDate":1763990000.125,
             "EncryptionAlgorithms":["SYMMETRIC_DEFAULT"],"Unheard":{"Of":[1,{"x":null}]}}}
            """),
        "TrentService.Encrypt" => Wire.Json(200, """{"CiphertextBlob":"+/8=","EncryptionAlgorithm":"SYMMETRIC_DEFAULT"}"""),
        "TrentService.ListKeys" when sent.Body.Contains("Marker", StringComparison.Ordinal) => Wire.Json(200, """{"Keys":[{"KeyArn":"arn:3"}],"Truncated":false}"""),
        "TrentService.ListKeys" => Wire.Json(200, """{"Keys":[{"KeyArn":"arn:1"},{"KeyArn":"arn:2"}],"NextMarker":"m","Truncated":true}"""),
        "TrentService.DescribeKey" => Wire.Json(400, """{"__type":"com.amazonaws.kms#NotFoundException","message":"no key"}"""),
        _ => Wire.Json(200, "{}"),
    };

    private static async Task<List<string>> RunAsync(string kmsAssembly, HttpClientFactory network)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal));
        string[] references = [.. framework, typeof(AmazonServiceClient).Assembly.Location, kmsAssembly];
        await using var source = typeof(OfficialClientSeamTests).Assembly.GetManifestResourceStream("KeyCalls.cs")!;
        var compilation = CSharpCompilation.Create(
            $"KeyCalls.{Guid.NewGuid():N}",
            [CSharpSyntaxTree.ParseText(await new StreamReader(source).ReadToEndAsync())],
            references.Distinct().Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var binary = new MemoryStream();
        var emitted = compilation.Emit(binary);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        binary.Position = 0;
        var run = AssemblyLoadContext.Default.LoadFromStream(binary).GetType("KeyCalls")!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!;
        return await (Task<List<string>>)run.Invoke(null, [network])!;
    }
}
