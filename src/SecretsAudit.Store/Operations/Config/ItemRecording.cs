using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Writes down what a call changed in a resource, where a recorder runs that records its type.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/how-does-config-work.html"/>
internal static class ItemRecording
{
    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutRetentionConfiguration.html
    private const int RetentionByDefault = 2557;

    /// <summary>Adds the items to the call's own changes, so that they become durable with it or not at all.</summary>
    public static void Note(Call call)
    {
        // Most stores have no recorder, and a write must not pay for what nobody records.
        if (!call.Services.State.HasAny(RowKind.ConfigurationRecorder))
        {
            return;
        }

        foreach (var change in call.Changes.Changes)
        {
            var before = change.Old is null ? null : ConfigurationItems.Of(change.Old);
            var after = change.Next is null ? null : ConfigurationItems.Of(change.Next);
            if ((after ?? before) is { } resource && RecorderOf(call, resource) is { } recorder
                && before?.ToJson().ToJsonString() != after?.ToJson().ToJsonString())
            {
                Add(call, recorder, resource, before, after);
            }
        }
    }

    private static void Add(Call call, ConfigurationRecorder recorder, RecordedResource resource, RecordedResource? before, RecordedResource? after)
    {
        var state = call.Services.State;
        var known = RecordedItem.Of(state, resource.Account, resource.Region, resource.Type, resource.Id).ToList();
        var number = known.Count == 0 ? 1 : known[^1].Number + 1;
        while (call.State.Find(ScopedRow.IdOf(RowKind.RecordedItem, resource.Account, resource.Region, RecordedItem.NameOf(resource.Type, resource.Id, number))) is not null)
        {
            number++;
        }

        if (number == 1 && before is not null)
        {
            // It was there when the recorder started, and so was found then.
            call.Changes.Put(Item(before, number++, "ResourceDiscovered", before.Created > recorder.Started ? before.Created.Value : recorder.Started ?? call.Now));
        }

        call.Changes.Put(Item(resource, number, before is null ? "ResourceDiscovered" : after is null ? "ResourceDeleted" : "OK", call.Now));
        var days = state.Shelf(RowKind.RetentionConfiguration, resource.Account, resource.Region).Rows.OfType<RetentionConfiguration>().FirstOrDefault()?.Days;
        foreach (var old in known.TakeWhile(item => item.Captured < call.Now.AddDays(-(days ?? RetentionByDefault))))
        {
            call.Changes.Delete(old.Id);
        }
    }

    private static RecordedItem Item(RecordedResource resource, int number, string status, DateTimeOffset captured) => new()
    {
        Account = resource.Account,
        Region = resource.Region,
        Name = RecordedItem.NameOf(resource.Type, resource.Id, number),
        ResourceType = resource.Type,
        ResourceId = resource.Id,
        Number = number,
        Captured = captured,
        Status = status,
        ResourceName = resource.Name,
        Arn = resource.Arn,
        Created = resource.Created,
        Tags = resource.Tags,
        Configuration = resource.Configuration.ToJsonString(),
    };

    private static ConfigurationRecorder? RecorderOf(Call call, RecordedResource resource) =>
        call.Services.State.Shelf(RowKind.ConfigurationRecorder, resource.Account, resource.Region).Rows.FirstOrDefault() is ConfigurationRecorder { IsRecording: true } recorder
        && RecordingGroups.Covers(recorder.Group, resource.Type) ? recorder : null;
}
