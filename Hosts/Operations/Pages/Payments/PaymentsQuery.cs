using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Operations.Language;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Operations.Pages.Payments;

/// <summary>What is looked for on the first page of payments, as the address says it.</summary>
public sealed record PaymentsQuery
{
    /// <summary>Orders on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A payment reference, a dossier's code, or the number that a bank gave a transaction.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Where orders stand.</summary>
    public OrderState? State { get; private init; }

    /// <summary>The partner.</summary>
    public string? Partner { get; private init; }

    /// <summary>The collecting agency.</summary>
    public AgencyCode? Agency { get; private init; }

    /// <summary>Orders that are over are wanted too.</summary>
    public bool WithOver { get; private init; }

    /// <summary>Where the page before ended.</summary>
    public OrderPlace? After { get; private init; }

    /// <summary>What of the address cannot be read; null when all can.</summary>
    public Words? Problem { get; private init; }

    /// <summary>Whether one thing is looked for, and not a list.</summary>
    public bool IsExact => Text.Length > 0;

    /// <summary>Reads it.</summary>
    public static PaymentsQuery Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var read = new PaymentsQuery { Text = Value(query, "q") ?? "", Partner = Value(query, "partner"), WithOver = Value(query, "over") is not null };
        if (read.Text.Length > 200) return read with { Problem = new Words("q: dài quá 200 ký tự.", "q: longer than 200 characters.") };
        if (Value(query, "state") is { } state)
        {
            if (!Enum.TryParse<OrderState>(state, ignoreCase: true, out var known) || !Enum.IsDefined(known))
                return read with { Problem = new Words("state: không có trạng thái này.", "state: there is no such state.") };
            read = read with { State = known };
        }

        if (Value(query, "agency") is { } agency)
        {
            if (!AgencyCode.TryParse(agency, out var code))
                return read with { Problem = new Words("agency: không phải mã cơ quan, ví dụ H29.168.", "agency: no agency code, such as H29.168.") };
            read = read with { Agency = code };
        }

        if (Value(query, "after") is not { } after) return read;
        return PlaceOf(after) is { } place
            ? read with { After = place }
            : read with { Problem = new Words("after: không phải chỗ trong danh sách.", "after: no place in the list.") };
    }

    /// <summary>The orders that are looked for. One order is found whatever its state.</summary>
    public OrderCriteria Criteria(IReadOnlyList<string>? agencies)
    {
        var criteria = new OrderCriteria
        {
            State = State,
            Partner = Partner,
            Agency = Agency,
            Agencies = agencies,
            WithOver = WithOver || IsExact,
            After = After,
            Limit = PageSize,
        };
        if (Text.Length == 0) return criteria;
        if (PaymentReference.TryParse(Text, out var reference)) return criteria with { Reference = reference };
        return DossierCode.TryParse(Text, out var dossier) ? criteria with { Dossier = dossier } : criteria with { TransactionNo = Text };
    }

    /// <summary>The address of the page behind an order.</summary>
    public string NextAfter(OrderPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var query = new Dictionary<string, string?>
        {
            ["q"] = Text.Length == 0 ? null : Text,
            ["state"] = State?.ToString(),
            ["partner"] = Partner,
            ["agency"] = Agency?.Value,
            ["over"] = WithOver ? "1" : null,
            ["after"] = string.Create(CultureInfo.InvariantCulture, $"{place.Since.UtcTicks}-{place.Reference}"),
        };
        return "/payments" + QueryString.Create(query.Where(pair => pair.Value is not null));
    }

    private static OrderPlace? PlaceOf(string text)
    {
        var at = text.IndexOf('-', StringComparison.Ordinal);
        return at > 0 && long.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks && PaymentReference.TryParse(text[(at + 1)..], out var reference)
            ? new OrderPlace(new DateTimeOffset(ticks, TimeSpan.Zero), reference)
            : null;
    }

    private static string? Value(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } text ? text.Replace("\0", "", StringComparison.Ordinal) : null;
}
