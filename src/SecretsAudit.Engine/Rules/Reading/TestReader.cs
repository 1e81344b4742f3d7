using System.Globalization;
using SecretsAudit.Engine.Rules.Testing;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules.Reading;

/// <summary>Reads the tests in a rule's file. What <c>given:</c> states holds for every test unless the test says otherwise.</summary>
internal sealed class TestReader(IReadOnlyList<RuleParameter> parameters, RuleResource resource, ErrorList errors)
{
    private const int Most = 200;
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public List<RuleTest> Read(YamlMap? given, YamlList? list)
    {
        var tests = new List<RuleTest>();
        if (list?.Items.Count > Most)
            errors.Add(list.At, $"A rule has at most {Most} tests.");

        var standard = given is null ? null : new MapReader(given, errors);
        foreach (var item in list?.Items ?? [])
        {
            if (item is YamlMap map)
                tests.Add(Read(standard, new MapReader(map, errors)));
            else
                errors.Add(item.At, $"A test is a mapping, not {item.Kind}.");
        }

        standard?.Finish();
        foreach (var twice in tests.GroupBy(test => test.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            errors.Add(twice.Last().At, $"Two tests are called '{twice.Key}'.");

        return tests;
    }

    private RuleTest Read(MapReader? given, MapReader test)
    {
        var now = ReadNow(test.OptionalText("now") ?? given?.OptionalText("now"));
        var judged = Merge(given?.OptionalMap(resource.Word()), test.OptionalMap(resource.Word()), test.At);
        var keys = Either(given, test, "keys");
        var fleet = Either(given, test, "fleet");
        var reader = new InventoryReader(now, errors);
        var read = new RuleTest
        {
            Name = test.Text("name").Value,
            At = test.At,
            Now = now,
            Resource = resource switch
            {
                RuleResource.Key => reader.ReadKey(WithId(judged))!,
                RuleResource.Parameter => reader.ReadParameter(judged),
                RuleResource.Account => reader.ReadAccount(judged),
                _ => reader.ReadSecret(judged),
            },
            Others = [.. (Either(given, test, "others")?.Items ?? []).OfType<YamlMap>().Select(reader.ReadSecret)],
            Covered = [.. Texts(Either(given, test, "covered")).Select(ReadScope)],
            TrustedAccounts = [.. Texts(Either(given, test, "trusted")).Select(text => text.Value)],
            Keys = [.. (keys?.Items ?? []).Select(reader.ReadKey).OfType<Model.KmsKey>()],
            Fleet = ReadFleet(fleet),
            Parameters = ReadParameters(given?.OptionalMap("parameters"), test.OptionalMap("parameters")),
            Expect = WordReader.Choice<RuleExpectation>(test.Text("expect"), "expectation", errors),
            Message = test.OptionalText("message")?.Value,
        };
        test.Finish();
        return read;
    }

    // Both are asked, so that neither calls the key unknown.
    private static YamlList? Either(MapReader? given, MapReader test, string key)
    {
        var own = test.OptionalList(key);
        var standard = given?.OptionalList(key);
        return own ?? standard;
    }

    private IReadOnlyList<YamlText> Texts(YamlList? list) => list is null ? [] : MapReader.TextsOf(list, errors);

    private Model.Scope ReadScope(YamlText text)
    {
        if (text.Value.Split('/') is [var account, var region])
            return new(account, region);

        errors.Add(text.At, $"'{text.Value}' is no account and region.", "Write 111122223333/eu-west-1.");
        return new("", "");
    }

    private static YamlMap WithId(YamlMap key)
    {
        if (key.Find("Id") is not null)
            return key;

        var id = new YamlText(key.At, "1234abcd-12ab-34cd-56ef-1234567890ab", IsPlain: true, Index: 0);
        return new(key.At, [.. key.Entries, new(new(key.At, "Id", IsPlain: true, Index: 0), id)]);
    }

    private DateTimeOffset ReadNow(YamlText? text)
    {
        if (text is null)
            return Noon;

        if (!InventoryReader.TryMoment(text.Value, Noon, out var now))
            errors.Add(text.At, $"'{text.Value}' is no moment.", "Write 2026-01-15 or 2026-01-15T12:00:00Z.");

        return now;
    }

    private static YamlMap Merge(YamlMap? given, YamlMap? own, DocumentPosition at)
    {
        if (given is null || own is null)
            return own ?? given ?? new(at, []);

        // Rotation is merged member by member; everything else is replaced, so that a test can state an empty list.
        var entries = given.Entries.ToDictionary(entry => entry.Key.Value, StringComparer.Ordinal);
        foreach (var entry in own.Entries)
        {
            entries[entry.Key.Value] = entry.Key.Value == "Rotation" && entry.Value is YamlMap inner && entries.GetValueOrDefault("Rotation")?.Value is YamlMap outer
                ? new(entry.Key, Merge(outer, inner, at))
                : entry;
        }

        return new(own.At, [.. entries.Values]);
    }

    private List<decimal> ReadFleet(YamlList? list)
    {
        var costs = new List<decimal>();
        foreach (var text in list is null ? [] : MapReader.TextsOf(list, errors))
        {
            // "0.40 x 20" stands for twenty secrets of one cost.
            var parts = text.Value.Split(" x ");
            var count = 1;
            if (parts.Length <= 2 && decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost)
                && (parts.Length == 1 || (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= 1000)))
                costs.AddRange(Enumerable.Repeat(cost, count));
            else
                errors.Add(text.At, $"'{text.Value}' is no cost.", "Write 0.40, or 0.40 x 20.");
        }

        return costs;
    }

    private Dictionary<string, object> ReadParameters(YamlMap? given, YamlMap? own)
    {
        var values = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default, StringComparer.Ordinal);
        foreach (var entry in (IEnumerable<YamlEntry>)[.. given?.Entries ?? [], .. own?.Entries ?? []])
        {
            if (parameters.FirstOrDefault(parameter => parameter.Name == entry.Key.Value) is not { } parameter)
                errors.Add(entry.Key.At, $"The rule has no parameter '{entry.Key.Value}'.", Spelling.DidYouMean(entry.Key.Value, values.Keys));
            else if (ParameterReader.Value(parameter.Type, entry.Value, errors) is { } value)
                values[parameter.Name] = value;
        }

        return values;
    }
}
