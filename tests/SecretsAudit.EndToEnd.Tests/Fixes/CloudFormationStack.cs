using System.Text.Json;
using YamlDotNet.Serialization;

namespace SecretsAudit.EndToEnd.Tests.Fixes;

/// <summary>A CloudFormation template that changes are made to.</summary>
internal sealed class CloudFormationStack(string text)
{
    private readonly Dictionary<object, object> _resources = Read(text);

    /// <summary>The resources of a template, which has nothing else; texts stay texts.</summary>
    public static Dictionary<object, object> Read(string text)
    {
        var template = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(text);
        Assert.Equal("Resources", Assert.Single(template).Key);
        return (Dictionary<object, object>)template["Resources"];
    }

    /// <summary>The properties of a resource.</summary>
    public static Dictionary<object, object> Properties(object resource) => (Dictionary<object, object>)((Dictionary<object, object>)resource)["Properties"];

    /// <summary>Makes a change: each property it states stands in the place of the resource's own; a resource that there was not is added.</summary>
    public void Change(string change, string replaced)
    {
        foreach (var (id, resource) in Read(change))
        {
            var (type, properties) = (((Dictionary<object, object>)resource)["Type"], Properties(resource));
            var same = _resources.FirstOrDefault(own => ((Dictionary<object, object>)own.Value)["Type"].Equals(type) && IsSame($"{own.Key}", Properties(own.Value), properties, change));
            if (same.Value is null)
            {
                // A resource in another's place: that one goes.
                Assert.True(_resources.Remove(_resources.Single(own => Properties(own.Value).TryGetValue("Name", out var name) && name.Equals(replaced)).Key));
                _resources[$"{id}InTheOthersPlace{_resources.Count}"] = resource;
                continue;
            }

            foreach (var (name, value) in properties)
                Properties(same.Value)[name] = value;
        }
    }

    public string Template() => JsonSerializer.Serialize(new { Resources = _resources.ToDictionary(resource => $"{resource.Key}", resource => Plain(resource.Value)) });

    private static bool IsSame(string id, Dictionary<object, object> own, Dictionary<object, object> change, string text) =>
        change.TryGetValue("SecretId", out var secret) ? $"{secret}".EndsWith($":secret:{own["SecretId"]}", StringComparison.Ordinal)
        : change.TryGetValue("Name", out var name) ? own["Name"].Equals(name)
        // Nothing that a key is given by its maker names it: the change says so in a comment.
        : text.Contains($":key/{id}\"\n", StringComparison.Ordinal);

    private static object Plain(object value) => value switch
    {
        Dictionary<object, object> map => map.ToDictionary(entry => $"{entry.Key}", entry => Plain(entry.Value)),
        List<object> list => list.ConvertAll(Plain),
        _ => value,
    };
}
