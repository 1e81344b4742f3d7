using System.Xml;

namespace SecretsAudit.Store.Federation;

/// <summary>What a signed assertion says; it is worth nothing before <see cref="SamlSignature.Covers"/> has said that its issuer signed it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html"/>
internal sealed record SamlAssertion
{
    private const string Space = SamlSignature.Assertions;
    private const string FormatPrefix = "urn:oasis:names:tc:SAML:2.0:nameid-format:";

    public required string Issuer { get; init; }

    /// <summary>The NameID.</summary>
    public required string Subject { get; init; }

    /// <summary>The NameID's format, SAML's own without their prefix.</summary>
    public required string SubjectType { get; init; }

    public DateTimeOffset? Issued { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? NotOnOrAfter { get; init; }

    /// <summary>Until when the provider wants the session to last; null without a wish.</summary>
    public DateTimeOffset? SessionEnd { get; init; }

    public required IReadOnlyList<string> Audiences { get; init; }

    /// <summary>Where the bearer may present it, and until when.</summary>
    public required IReadOnlyList<(string Recipient, DateTimeOffset? Until)> Confirmations { get; init; }

    /// <summary>The values of the attributes, by name.</summary>
    public required ILookup<string, string> Attributes { get; init; }

    /// <summary>Null when the assertion has no issuer or no subject.</summary>
    public static SamlAssertion? Read(XmlElement assertion)
    {
        var subject = BoundedXml.Child(assertion, "Subject", Space);
        var conditions = BoundedXml.Child(assertion, "Conditions", Space);
        if (BoundedXml.Child(assertion, "Issuer", Space)?.InnerText.Trim() is not { Length: > 0 } issuer
            || BoundedXml.Child(subject, "NameID", Space) is not { } name)
        {
            return null;
        }

        var format = name.GetAttribute("Format");
        return new()
        {
            Issuer = issuer,
            Subject = name.InnerText.Trim(),
            SubjectType = format.StartsWith(FormatPrefix, StringComparison.Ordinal) ? format[FormatPrefix.Length..] : format,
            Issued = BoundedXml.Instant(assertion, "IssueInstant"),
            NotBefore = BoundedXml.Instant(conditions, "NotBefore"),
            NotOnOrAfter = BoundedXml.Instant(conditions, "NotOnOrAfter"),
            SessionEnd = BoundedXml.Instant(BoundedXml.Child(assertion, "AuthnStatement", Space), "SessionNotOnOrAfter"),
            Audiences =
            [
                .. BoundedXml.Children(conditions, "AudienceRestriction", Space).SelectMany(restriction => BoundedXml.Children(restriction, "Audience", Space))
                    .Select(audience => audience.InnerText.Trim()),
            ],
            Confirmations =
            [
                .. BoundedXml.Children(subject, "SubjectConfirmation", Space)
                    .Where(confirmation => confirmation.GetAttribute("Method") == "urn:oasis:names:tc:SAML:2.0:cm:bearer")
                    .Select(confirmation => BoundedXml.Child(confirmation, "SubjectConfirmationData", Space))
                    .OfType<XmlElement>().Select(said => (said.GetAttribute("Recipient"), BoundedXml.Instant(said, "NotOnOrAfter"))),
            ],
            Attributes = BoundedXml.Children(assertion, "AttributeStatement", Space)
                .SelectMany(statement => BoundedXml.Children(statement, "Attribute", Space))
                .SelectMany(attribute => BoundedXml.Children(attribute, "AttributeValue", Space).Select(value => (Name: attribute.GetAttribute("Name"), Value: value.InnerText.Trim())))
                .ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
        };
    }
}
