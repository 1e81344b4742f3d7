using System.Globalization;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Fleet;

/// <summary>Reads a price list. Every figure says where it comes from and when.</summary>
internal static class PriceListReader
{
    public static PriceList? Read(string file, string text, ErrorList errors)
    {
        if (YamlDocument.Read(file, text, errors) is not { } node)
            return null;

        if (node is not YamlMap map)
        {
            errors.Add(node.At, $"A price list is a mapping, not {node.Kind}.");
            return null;
        }

        var reader = new MapReader(map, errors);
        var list = new PriceList
        {
            Name = reader.Text("name").Value,
            SecretMonth = ReadPrice(reader, "secret-month", errors),
            ApiCalls = ReadPrice(reader, "api-calls", errors),
            KmsRequests = ReadPrice(reader, "kms-requests", errors),
            ParameterMonth = reader.Optional("advanced-parameter-month") is null ? null : ReadPrice(reader, "advanced-parameter-month", errors),
        };
        if (reader.Text("currency") is { Value: not "USD" } currency)
            errors.Add(currency.At, "Prices are in USD.");

        reader.Finish();
        return list;
    }

    private static Price ReadPrice(MapReader list, string key, ErrorList errors)
    {
        if (list.OptionalMap(key) is not { } map)
        {
            errors.Add(list.At, $"The price '{key}' is missing.");
            return new(0, 1, new("https://aws.amazon.com"), default);
        }

        var reader = new MapReader(map, errors);
        var (amount, units, source, date) = (reader.Text("amount"), reader.Text("units"), reader.Text("source"), reader.Text("as-of"));
        reader.Finish();
        if (!decimal.TryParse(amount.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars))
            errors.Add(amount.At, "'amount' must be a number of dollars.");

        if (!int.TryParse(units.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
            errors.Add(units.At, "'units' must be a whole number of at least 1.");

        if (!Uri.TryCreate(source.Value, UriKind.Absolute, out var page))
            errors.Add(source.At, "'source' must be an address.");

        if (!DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            errors.Add(date.At, "'as-of' must be a date: 2026-08-01.");

        return new(dollars, Math.Max(1, count), page ?? new("https://aws.amazon.com"), day);
    }
}
