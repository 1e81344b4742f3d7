using System.Globalization;
using System.Text.Json;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Policies on advanced parameters: expiration and its notices.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-policies.html"/>
internal static class ParameterPolicies
{
    private const int Limit = 10;

    /// <summary>Whether a text says that a parameter has no policies: nothing, or an empty one.</summary>
    public static bool AreNone(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))) is "" or "[]" or "{}" or "[{}]";

    /// <summary>The policies' texts and types, and when the parameter expires.</summary>
    /// <exception cref="InvalidPolicyTypeException">A type is unknown.</exception>
    /// <exception cref="InvalidPolicyAttributeException">An attribute is missing or malformed.</exception>
    public static (IReadOnlyList<(string Type, string Text)> Policies, DateTimeOffset? Expires) Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 8 });
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                throw new InvalidPolicyAttributeException("The policies are not a JSON array.");
            }

            var read = document.RootElement.EnumerateArray().Select(ReadOne).ToList();
            return read.Count > Limit ? throw new PoliciesLimitExceededException()
                : read.Count(policy => policy.Expires is not null) > 1
                    ? throw new IncompatiblePolicyException("There is a conflict in the policies specified for this parameter. You can't, for example, specify two Expiration policies for a parameter.")
                : ([.. read.Select(policy => (policy.Type, policy.Text))], read.Select(policy => policy.Expires).FirstOrDefault(expires => expires is not null));
        }
        catch (JsonException)
        {
            throw new InvalidPolicyAttributeException("The policies are not valid JSON.");
        }
    }

    private static (string Type, string Text, DateTimeOffset? Expires) ReadOne(JsonElement policy)
    {
        var type = Text(policy, "Type");
        if (type is not ("Expiration" or "ExpirationNotification" or "NoChangeNotification"))
        {
            throw new InvalidPolicyTypeException($"The policy type is not supported. Parameter Store supports the following policy types: Expiration, ExpirationNotification, and NoChangeNotification.");
        }

        var attributes = policy.TryGetProperty("Attributes", out var given) && given.ValueKind == JsonValueKind.Object
            ? given
            : throw new InvalidPolicyAttributeException($"The {type} policy has no Attributes.");
        if (type != "Expiration")
        {
            var amount = Text(attributes, type == "ExpirationNotification" ? "Before" : "After");
            return int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out _) && Text(attributes, "Unit") is "Days" or "Hours"
                ? (type, policy.GetRawText(), null)
                : throw new InvalidPolicyAttributeException($"The {type} policy's attributes are not valid.");
        }

        return DateTimeOffset.TryParse(Text(attributes, "Timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var expires)
            ? (type, policy.GetRawText(), expires)
            : throw new InvalidPolicyAttributeException("The Expiration policy's Timestamp is not valid.");
    }

    private static string? Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
