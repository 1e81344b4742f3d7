using System.Text.Json;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Short ways to read an answer.</summary>
internal static class JsonElementReading
{
    extension(JsonElement element)
    {
        public string Text(string member) => element.GetProperty(member).GetString()!;

        public bool Has(string member) => element.TryGetProperty(member, out _);

        public double Seconds(string member) => element.GetProperty(member).GetDouble();

        public IReadOnlyList<string> Strings() => [.. element.EnumerateArray().Select(item => item.GetString()!)];

        public IReadOnlyList<JsonElement> Items(string member) => [.. element.GetProperty(member).EnumerateArray()];

        public IReadOnlyList<string> Members() => [.. element.EnumerateObject().Select(member => member.Name)];

        public IReadOnlyList<string> Names(string list = "SecretList") => [.. element.Items(list).Select(item => item.Text("Name"))];
    }
}
