using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>Turns the query protocol's parameters, such as <c>Tags.member.1.Key</c>, into the JSON that requests are read from.</summary>
/// <seealso href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#request-serialization"/>
internal static class QueryForm
{
    private const int DepthLimit = 8;
    private const int IndexLimit = 1000;

    /// <param name="form">The parameters.</param>
    /// <param name="isList">Whether a member of the request is a list: an empty one comes as its bare name.</param>
    /// <exception cref="SerializationException">The parameters do not form one document.</exception>
    public static byte[] ToJson(IReadOnlyDictionary<string, string> form, Func<string, bool> isList)
    {
        var root = new JsonObject();
        foreach (var (name, value) in form)
        {
            if (value.Length == 0 && isList(name))
            {
                root[name] ??= new JsonArray();
            }
            else if (name is not ("Action" or "Version"))
            {
                Put(root, name.Split('.'), value);
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void Put(JsonObject root, string[] path, string value)
    {
        if (path.Length > DepthLimit)
        {
            throw Malformed();
        }

        JsonNode node = root;
        for (var i = 0; i < path.Length; i++)
        {
            var isLast = i == path.Length - 1;
            JsonNode Next() => isLast ? JsonValue.Create(value) : path[i + 1] == "member" ? new JsonArray() : new JsonObject();
            switch (node)
            {
                case JsonObject members:
                    node = members[path[i]] ??= Next();
                    break;
                case JsonArray items when path[i] == "member" && !isLast && int.TryParse(path[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index is > 0 and <= IndexLimit:
                    i++;
                    isLast = i == path.Length - 1;
                    while (items.Count < index)
                    {
                        items.Add(null);
                    }

                    node = items[index - 1] ??= Next();
                    break;
                case JsonArray when path[i] == "member":
                    // An empty list is sent as a bare "member".
                    return;
                default:
                    throw Malformed();
            }
        }
    }

    private static SerializationException Malformed() => new("The request's parameters are not valid.");
}
