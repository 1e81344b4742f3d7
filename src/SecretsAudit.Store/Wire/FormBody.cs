using System.Text;

namespace SecretsAudit.Store.Wire;

/// <summary>The parameters of AWS's query protocol.</summary>
internal static class FormBody
{
    private const int Limit = 200;

    public static Dictionary<string, string> Parse(ReadOnlySpan<byte> body)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', Limit))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                form[Decode(pair[..equals])] = Decode(pair[(equals + 1)..]);
            }
        }

        return form;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
