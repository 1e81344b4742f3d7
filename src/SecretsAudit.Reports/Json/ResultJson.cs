using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SecretsAudit.Model;

namespace SecretsAudit.Reports.Json;

/// <summary>How the Model's types look in the JSON reports: camel case, enumerations as words, a subject names its kind.</summary>
internal static class ResultJson
{
    /// <summary>The version of the layout; a reader refuses a major version it does not know.</summary>
    public const string SchemaVersion = "1.0";

    public static JsonSerializerOptions Indented { get; } = Options(indented: true);

    public static JsonSerializerOptions Compact { get; } = Options(indented: false);

    private static JsonSerializerOptions Options(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = indented,
            NewLine = "\n",
            // The file is data and never embedded in a page, so names stay readable in any script.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UtcMoment() },
            TypeInfoResolver = ResultShapes.Default.WithAddedModifier(NameSubjects).WithAddedModifier(LeaveOutDerived),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void NameSubjects(JsonTypeInfo type)
    {
        if (type.Type != typeof(FindingSubject))
            return;

        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "type",
            DerivedTypes =
            {
                new JsonDerivedType(typeof(FindingSubject.Resource), "resource"),
                new JsonDerivedType(typeof(FindingSubject.Code), "code"),
            },
        };
    }

    // A subject's identity repeats its ARN or path; the document says at its top whether it is complete.
    private static void LeaveOutDerived(JsonTypeInfo type)
    {
        var derived = typeof(FindingSubject).IsAssignableFrom(type.Type) ? "identity" : type.Type == typeof(AuditResult) ? "isComplete" : null;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].Name == derived)
                type.Properties.RemoveAt(i);
        }
    }
}
