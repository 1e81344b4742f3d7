using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>The JSON of an inventory file. A member it does not know is an error: the file is ours, and a newer one says so in its head.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(InventoryLine))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Replica>))]
[JsonSerializable(typeof(IReadOnlyList<SecretVersion>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<AuditTrail>))]
[JsonSerializable(typeof(IReadOnlyList<ConfigRecorder>))]
[JsonSerializable(typeof(SecretUsage))]
internal sealed partial class InventoryJson : JsonSerializerContext
{
    /// <summary>How one file is written or read; each file has its own numbers for its origins.</summary>
    public static JsonTypeInfo<InventoryLine> LineOf(OriginNumbers origins)
    {
        JsonConverter[] facts =
        [
            new FactConverter<string>(origins), new FactConverter<bool>(origins), new FactConverter<int>(origins),
            new FactConverter<DateTimeOffset>(origins), new FactConverter<TimeSpan>(origins), new FactConverter<IReadOnlyList<string>>(origins),
            new FactConverter<IReadOnlyDictionary<string, string>>(origins), new FactConverter<IReadOnlyList<SecretVersion>>(origins),
            new FactConverter<IReadOnlyList<Replica>>(origins), new FactConverter<SecretUsage>(origins), new FactConverter<long>(origins),
            new FactConverter<IReadOnlyList<AuditTrail>>(origins), new FactConverter<IReadOnlyList<ConfigRecorder>>(origins),
        ];
        var converters = facts.Cast<IFactConverter>().ToDictionary(converter => converter.FactType);
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            MaxDepth = 16,
            TypeInfoResolver = new InventoryJson().WithAddedModifier(type =>
            {
                foreach (var property in type.Properties)
                {
                    if (converters.TryGetValue(property.PropertyType, out var converter))
                        property.ShouldSerialize = (_, value) => converter.IsWritten(value);
                }
            }),
        };
        foreach (var fact in facts)
            options.Converters.Add(fact);
        options.Converters.Add(new JsonStringEnumConverter<GapKind>());
        options.Converters.Add(new JsonStringEnumConverter<InventoryNeeds>());
        return (JsonTypeInfo<InventoryLine>)options.GetTypeInfo(typeof(InventoryLine));
    }
}
