using System.Globalization;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Notifications;

/// <summary>
/// Which states the applicant of a centrally served dossier is told of (A33.3; decisions: receipt, 3, 5, 6, 7, 8, 9, 10). States in which
/// the applicant must act are told each time they are entered anew; the others once.
/// </summary>
public static class NoticeTable
{
    /// <summary>The occasion of the receipt's notice (A16.2).</summary>
    public const string Receipt = "receipt";

    private static readonly Dictionary<DossierState, NoticeKind> Notified = new()
    {
        [DossierState.NotAccepted] = NoticeKind.Once,
        [DossierState.SupplementRequested] = NoticeKind.EachEntry,
        [DossierState.PaymentRequested] = NoticeKind.EachEntry,
        [DossierState.Withdrawn] = NoticeKind.Once,
        [DossierState.Stopped] = NoticeKind.Once,
        [DossierState.Processed] = NoticeKind.Once,
        [DossierState.Returned] = NoticeKind.Once,
    };

    private static readonly string[] Pressing =
        [NoticeTemplates.File + "-", CodeOf(DossierState.SupplementRequested), CodeOf(DossierState.PaymentRequested)];

    private enum NoticeKind
    {
        Once,
        EachEntry,
    }

    /// <summary>How much an occasion presses: where the applicant must act, or has just acted, nothing waits for the morning.</summary>
    public static NoticeUrgency UrgencyOf(string occasion) =>
        occasion == Receipt || Array.Exists(Pressing, code => occasion.StartsWith(code, StringComparison.Ordinal)) ? NoticeUrgency.Deadline : NoticeUrgency.Normal;

    /// <summary>The states that are notified.</summary>
    public static IReadOnlyCollection<DossierState> States => Notified.Keys;

    /// <summary>The code of a state's notice.</summary>
    public static string CodeOf(DossierState state) => string.Create(CultureInfo.InvariantCulture, $"state-{(int)state}");

    /// <summary>The occasion of a notice for a state that was entered, or null when nobody is told.</summary>
    /// <param name="state">The state.</param>
    /// <param name="supplements">How often a supplement has been requested.</param>
    /// <param name="payments">How often a payment has been requested.</param>
    public static string? OccasionOf(DossierState state, int supplements, int payments)
    {
        if (!Notified.TryGetValue(state, out var kind)) return null;
        var occasion = CodeOf(state);
        var entry = state == DossierState.SupplementRequested ? supplements : payments;
        return kind == NoticeKind.EachEntry && entry > 1 ? string.Create(CultureInfo.InvariantCulture, $"{occasion}#{entry}") : occasion;
    }
}
