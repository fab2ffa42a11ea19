using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers.Timeline;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Dossiers;
using DichVuCong.Registries.Operations.Graphs;

namespace DichVuCong.Operations.Pages.Dossiers;

/// <summary>The search page.</summary>
/// <param name="Form">What was asked for.</param>
/// <param name="Found">What was found; null when the question cannot be.</param>
/// <param name="IndexIsIncomplete">Whether older dossiers are not in the index yet.</param>
public sealed record DossiersModel(SearchForm Form, SearchPage? Found, bool IndexIsIncomplete);

/// <summary>One dossier's page.</summary>
/// <param name="File">The dossier.</param>
/// <param name="Now">When it was read.</param>
public sealed record DossierModel(ShownDossier File, DateTimeOffset Now)
{
    /// <summary>Its row.</summary>
    public Registries.Dossiers.DossierRow Row => File.Timeline.Dossier;

    /// <summary>Its deadline has passed, and it is not over.</summary>
    public bool IsOverdue => Row is { FinishedAt: null, DeadlineSuspended: false } && Row.Deadline < Now;

    /// <summary>The state graph with its way.</summary>
    public string Graph(bool english)
    {
        var way = WayTaken.Of(File.Timeline);
        var steps = string.Join(" → ", way.Steps.Select(step => step.To).Select(Name));
        return new StateGraphSvg(StateDrawings.Dossiers, state => $"{Number(state)} {Name(state)}").Draw(
            way, english ? $"State graph of {Row.Code}" : $"Đồ thị trạng thái của hồ sơ {Row.Code}",
            english ? $"Way taken: {steps}. Now: {Name(way.Current)}." : $"Đường đã đi: {steps}. Hiện tại: {Name(way.Current)}.");

        string Name(string state) => OperatorWords.OfState("dossiers", state, english);
    }

    /// <summary>What may be shown of a personal datum.</summary>
    public string Personal(PersonName? name) => Shown(name, value => value.Reveal());

    /// <inheritdoc cref="Personal(PersonName)"/>
    public string Personal(PersonalId? id) => Shown(id, value => value.Reveal());

    /// <inheritdoc cref="Personal(PersonName)"/>
    public string Personal(PhoneNumber? phone) => Shown(phone, value => value.Reveal());

    /// <inheritdoc cref="Personal(PersonName)"/>
    public string Personal(EmailAddress? email) => Shown(email, value => value.Reveal());

    /// <summary>How a kind of entry is called.</summary>
    public static (string Vi, string En) KindOf(TimelineKind kind) => kind switch
    {
        TimelineKind.Content => ("Hồ sơ", "Content"),
        TimelineKind.Row => ("Nhận", "Received"),
        TimelineKind.Flag => ("Dấu hiệu", "Flag"),
        TimelineKind.Decision => ("Quyết định", "Decision"),
        TimelineKind.Call => ("Gửi", "Call"),
        TimelineKind.Notice => ("Thông báo", "Notice"),
        TimelineKind.Coordination => ("Điều phối", "Coordination"),
        TimelineKind.Parcel => ("Bưu chính", "Post"),
        _ => ("Thanh toán", "Payment"),
    };

    /// <summary>How good an entry's outcome is: the class of its tag.</summary>
    public static string ToneOf(TimelineEntry entry) => entry switch
    {
        { Outcome: "Parked" or "GivenUp" or "Refused" or "Failed" } or { Flag: DossierFlag.ImpossibleTransition } => "bad",
        { Outcome: "Transient" or "Unknown" or "Absent" or "Late" } or { Flag: not null } => "warn",
        { Outcome: "Done" or "Sent" } => "good",
        _ => "",
    };

    private static int Number(string state) => StateDrawings.Dossiers.Find(state)!.Number;

    private string Shown<T>(T? value, Func<T, string> reveal)
        where T : class => value is null ? Language.Shown.Nothing : File.IsRevealed ? reveal(value) : value.ToString()!;
}
