namespace SecretsAudit.Engine.Fleet;

/// <summary>Order statistics of numbers, without sorting all of them; the array is overwritten.</summary>
internal static class Selection
{
    /// <summary>The smallest number that at least a share of the numbers does not exceed (the nearest rank).</summary>
    /// <param name="numbers">The numbers; not empty.</param>
    /// <param name="percent">The share in percent, above 0 and at most 100.</param>
    public static decimal Percentile(decimal[] numbers, int percent) => Place(numbers, (int)((((long)numbers.Length * percent) + 99) / 100) - 1);

    /// <summary>The number that sorting would put at a place (from zero), in linear time on average. What stands before it then is no larger.</summary>
    /// <seealso href="https://doi.org/10.1145/366622.366647">Hoare, Algorithm 65: find</seealso>
    public static decimal Place(decimal[] numbers, int place)
    {
        var (first, last) = (0, numbers.Length - 1);
        while (first < last)
        {
            var pivot = numbers[first + ((last - first) / 2)];
            var (i, j) = (first, last);
            while (i <= j)
            {
                while (numbers[i] < pivot)
                    i++;
                while (numbers[j] > pivot)
                    j--;
                if (i <= j)
                {
                    (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
                    i++;
                    j--;
                }
            }

            if (place <= j)
                last = j;
            else if (place >= i)
                first = i;
            else
                break;
        }

        return numbers[place];
    }
}
