namespace OnRecord.Desk.Arrangement;

/// <summary>Changes the order of a list: one up, one down, or all as they were dragged.</summary>
internal static class Reorder
{
    /// <param name="rows">In their present order.</param>
    /// <returns>The rows in their new order; those that the form does not name stay behind the others.</returns>
    public static List<T> Read<T>(IFormCollection form, IEnumerable<T> rows, Func<T, Guid> id)
    {
        var order = rows.ToList();
        if (form["order"].ToString() is { Length: > 0 } dragged)
        {
            var wanted = dragged
                .Split(',')
                .Select(part => Guid.TryParse(part, out var found) ? found : Guid.Empty)
                .ToList();
            return [.. order.OrderBy(row => wanted.IndexOf(id(row)) is >= 0 and var at ? at : int.MaxValue)];
        }
        Step(order, form["up"].ToString(), -1, id);
        Step(order, form["down"].ToString(), 1, id);
        return order;
    }

    private static void Step<T>(List<T> order, string moved, int step, Func<T, Guid> id)
    {
        var at = order.FindIndex(row => id(row).ToString() == moved);
        if (at < 0 || at + step < 0 || at + step >= order.Count)
            return;
        (order[at], order[at + step]) = (order[at + step], order[at]);
    }
}
