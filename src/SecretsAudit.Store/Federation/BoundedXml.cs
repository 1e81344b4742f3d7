using System.Xml;

namespace SecretsAudit.Store.Federation;

/// <summary>Reads XML that a stranger sent: no document type, no entity, nothing fetched, and no deeper than what recursion over it can bear.</summary>
internal static class BoundedXml
{
    // Assertions and metadata nest about ten deep.
    private const int DepthLimit = 64;

    /// <summary>The document; null when the text is none within the bounds.</summary>
    public static XmlDocument? Parse(string text)
    {
        try
        {
            using (var reader = Open(text))
            {
                while (reader.Read())
                {
                    if (reader.Depth > DepthLimit)
                    {
                        return null;
                    }
                }
            }

            // What was signed is every character, white space too.
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            using var again = Open(text);
            document.Load(again);
            return document;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The child elements of one name.</summary>
    public static IEnumerable<XmlElement> Children(XmlElement? parent, string name, string space) =>
        parent?.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == name && child.NamespaceURI == space) ?? [];

    public static XmlElement? Child(XmlElement? parent, string name, string space) => Children(parent, name, space).FirstOrDefault();

    /// <summary>An instant as XML Schema writes it; null without one. A time without a zone is in UTC.</summary>
    public static DateTimeOffset? Instant(XmlElement? element, string attribute) =>
        DateTimeOffset.TryParse(
            element?.GetAttribute(attribute), System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    private static XmlReader Open(string text) =>
        XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 10_000_000 });
}
