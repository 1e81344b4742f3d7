using System.Text.Json.Serialization;

namespace SecretsAudit.Engine.Rules.Caching;

/// <summary>What a compiled assembly carries beside its code: all that its folder's YAML says and a run needs.</summary>
internal sealed record PackMetadata(IReadOnlyList<RuleMetadata> Rules, IReadOnlyList<FrameworkMetadata> Frameworks);

/// <summary>Reads and writes <see cref="PackMetadata"/>.</summary>
[JsonSourceGenerationOptions(UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PackMetadata))]
internal sealed partial class PackMetadataJson : JsonSerializerContext;
