using System.Collections.Specialized;
using System.Text.Json;
using Quartz.Spi;

namespace SecretsAudit.Worker.Scheduling.Quartz;

/// <summary>
/// Stores job data as a JSON object of strings. Quartz's own serializer is BinaryFormatter, which .NET 9 removed; with
/// <c>useProperties</c> on, a string table is the only thing it has to store.
/// </summary>
internal sealed class JobStateSerializer : IObjectSerializer
{
    public void Initialize()
    {
    }

    public byte[] Serialize<T>(T obj)
        where T : class
    {
        var table = obj as NameValueCollection ?? throw new NotSupportedException($"Job data of type {obj.GetType()} cannot be stored.");
        return JsonSerializer.SerializeToUtf8Bytes(table.AllKeys.ToDictionary(key => key!, key => table[key]));
    }

    public T? DeSerialize<T>(byte[] data)
        where T : class
    {
        var table = new NameValueCollection();
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string?>>(data) ?? [])
            table[key] = value;

        return table as T ?? throw new NotSupportedException($"Job data of type {typeof(T)} cannot be read.");
    }
}
