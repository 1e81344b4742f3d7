using System.Text.Json.Serialization;
using SecretsAudit.Model;
using SecretsAudit.Reports.Tables;

namespace SecretsAudit.Reports.Json;

/// <summary>What is written as JSON, known when it is compiled: looked up by reflection, it took a tenth of a second at the end of every run.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ResultDocument))]
[JsonSerializable(typeof(FindingSubject.Resource))]
[JsonSerializable(typeof(FindingSubject.Code))]
[JsonSerializable(typeof(ResultLine.OfRun))]
[JsonSerializable(typeof(ResultLine.OfGap))]
[JsonSerializable(typeof(ResultLine.OfRule))]
[JsonSerializable(typeof(ResultLine.OfFinding))]
internal sealed partial class ResultShapes : JsonSerializerContext;
