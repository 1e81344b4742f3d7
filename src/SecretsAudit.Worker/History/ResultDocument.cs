using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SecretsAudit.Model;

namespace SecretsAudit.Worker.History;

/// <summary>One audit result as compressed JSON. What is stored is the Model's types alone, and none of them can hold a secret's value.</summary>
internal static class ResultDocument
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameSubjects } },
    };

    /// <summary>Writes a result.</summary>
    public static byte[] Pack(AuditResult result)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(brotli, result, Json);

        return packed.ToArray();
    }

    /// <summary>Reads a result.</summary>
    public static AuditResult Unpack(byte[] document)
    {
        using var brotli = new BrotliStream(new MemoryStream(document), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<AuditResult>(brotli, Json)!;
    }

    private static void NameSubjects(JsonTypeInfo type)
    {
        if (type.Type != typeof(FindingSubject))
            return;

        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            DerivedTypes =
            {
                new JsonDerivedType(typeof(FindingSubject.Resource), "resource"),
                new JsonDerivedType(typeof(FindingSubject.Code), "code"),
            },
        };
    }
}
