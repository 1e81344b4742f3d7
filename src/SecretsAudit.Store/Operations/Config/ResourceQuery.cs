using System.Text.Json.Nodes;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A query in Config's language: SELECT with WHERE, GROUP BY and ORDER BY.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/query-components.html"/>
internal sealed class ResourceQuery
{
    private Func<JsonObject, bool> _where = _ => true;
    private List<string> _groupBy = [];
    private List<(QueryColumn Column, bool IsDescending)> _orderBy = [];

    private ResourceQuery(IReadOnlyList<QueryColumn> columns) => Columns = columns;

    public IReadOnlyList<QueryColumn> Columns { get; }

    private bool IsGrouped => _groupBy.Count > 0 || Columns.Any(column => column.Function is not null);

    /// <exception cref="InvalidExpressionException">The expression is no query.</exception>
    public static ResourceQuery Parse(string expression)
    {
        var words = new QueryWords(expression);
        words.Expect("SELECT");
        var query = new ResourceQuery(List(words, QueryColumn.Parse));
        if (words.Take("WHERE"))
        {
            query._where = QueryCondition.Parse(words);
        }

        if (words.Take("GROUP"))
        {
            words.Expect("BY");
            query._groupBy = List(words, list => list.Property());
        }

        if (words.Take("ORDER"))
        {
            words.Expect("BY");
            query._orderBy = List(words, list => (QueryColumn.Parse(list), list.Take("DESC") || (list.Take("ASC") && false)));
        }

        if (!words.IsAtEnd)
        {
            throw words.Unexpected("WHERE, GROUP BY, ORDER BY or the end");
        }

        return query.IsGrouped && query.Columns.Any(column => column.Function is null && !query._groupBy.Contains(column.Property))
            ? throw new InvalidExpressionException("A column beside a function must be named in GROUP BY.")
            : query;
    }

    /// <summary>The answer's rows, each one JSON text.</summary>
    public IEnumerable<string> Run(IEnumerable<JsonObject> resources)
    {
        var matching = resources.Where(_where);
        IEnumerable<IReadOnlyCollection<JsonObject>> rows = IsGrouped
            ? matching.GroupBy(resource => string.Join('\n', _groupBy.Select(property => string.Join('\t', QueryProperty.Values(resource, property))))).Select(group => group.ToList())
            : matching.Select(resource => (IReadOnlyCollection<JsonObject>)[resource]);
        if (_groupBy.Count == 0 && IsGrouped)
        {
            // Functions over everything answer one row, even over nothing.
            rows = [[.. matching]];
        }

        return Ordered(rows).Select(Show);
    }

    private IEnumerable<IReadOnlyCollection<JsonObject>> Ordered(IEnumerable<IReadOnlyCollection<JsonObject>> rows)
    {
        IOrderedEnumerable<IReadOnlyCollection<JsonObject>>? ordered = null;
        foreach (var (column, isDescending) in _orderBy)
        {
            SortKey Key(IReadOnlyCollection<JsonObject> row) => SortKey.Of(column, row);
            ordered = (ordered, isDescending) switch
            {
                (null, false) => rows.OrderBy(Key),
                (null, true) => rows.OrderByDescending(Key),
                (not null, false) => ordered.ThenBy(Key),
                _ => ordered!.ThenByDescending(Key),
            };
        }

        return ordered ?? rows;
    }

    private string Show(IReadOnlyCollection<JsonObject> row)
    {
        var shown = new JsonObject();
        foreach (var column in Columns)
        {
            if (column.Function is not null)
            {
                shown[column.Name] = column.Over(row);
            }
            else if (column.Property == "*")
            {
                // The wildcard shows the scalar properties of the item itself.
                foreach (var (name, value) in row.First().Where(member => member.Value is JsonValue))
                {
                    shown[name] = value!.DeepClone();
                }
            }
            else
            {
                QueryProperty.Show(row.First(), column.Property, shown);
            }
        }

        return shown.ToJsonString();
    }

    private static List<T> List<T>(QueryWords words, Func<QueryWords, T> element)
    {
        var list = new List<T> { element(words) };
        while (words.Take(","))
        {
            list.Add(element(words));
        }

        return list;
    }
}
