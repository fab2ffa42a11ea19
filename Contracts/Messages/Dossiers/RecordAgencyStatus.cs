using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>Which message of the agency a status came with.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatusSource>))]
public enum StatusSource : byte
{
    /// <summary>DongBoHoSoMC: the whole dossier.</summary>
    [JsonStringEnumMemberName("dossier")]
    Dossier = 1,

    /// <summary>CapNhatTienDoHoSoMC: a progress row.</summary>
    [JsonStringEnumMemberName("progress")]
    Progress = 2,

    /// <summary>DongBoTrangThaiHoSo: the status of a dossier that came from the portal.</summary>
    [JsonStringEnumMemberName("status")]
    Status = 3,

    /// <summary>The answer to our own question after a restore (TraCuuHoSo): a state without a time of its own, as of when it was asked.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked = 4,

    /// <summary>The public post handed the result over (A33.2a).</summary>
    [JsonStringEnumMemberName("post")]
    Post = 5,
}

/// <summary>One row of what an agency says about a dossier. Rows come repeated, out of order, late or from the future; each counts once.</summary>
public sealed record AgencyStatusRow
{
    /// <summary>
    /// 16 hexadecimal digits that identify the row: a hash of (MaHoSo, ThoiDiemXuLy, TrangThai, NguoiXuLy, NoiDungXuLy) for progress, of the
    /// whole content for a dossier.
    /// </summary>
    public required string RowId { get; init; }

    /// <summary>What it came with.</summary>
    public required StatusSource Source { get; init; }

    /// <summary>TrangThai.</summary>
    public required DossierState State { get; init; }

    /// <summary>ThoiDiemXuLy, or the date of the dossier that stands for it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>NgayTiepNhan, where the source carries it.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>NgayHenTra, where the source carries it.</summary>
    public DateTimeOffset? AppointmentAt { get; init; }

    /// <summary>NguoiXuLy. Personal data of an officer: kept in the history, never logged.</summary>
    public string? Officer { get; init; }

    /// <summary>ChucDanh.</summary>
    public string? Title { get; init; }

    /// <summary>PhongBanXuLy.</summary>
    public string? Department { get; init; }

    /// <summary>NoiDungXuLy, or the note.</summary>
    public string? Text { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(AgencyStatusRow)} {RowId}: {State} at {At:O}";
}

/// <summary>An agency's system sent a status of a dossier.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="System">The system that sent it.</param>
/// <param name="Row">The row.</param>
[MessageName("dossiers.record-agency-status.v1")]
public sealed record RecordAgencyStatus(DossierCode Dossier, string System, AgencyStatusRow Row);

/// <summary>An operator accepts a flagged row as a correction: it takes effect although the state graph has no such edge.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="RowId">The row.</param>
/// <param name="Reason">Why.</param>
/// <param name="AcceptedBy">The operator's account.</param>
[MessageName("dossiers.accept-correction.v1")]
public sealed record AcceptCorrection(DossierCode Dossier, string RowId, string Reason, string AcceptedBy);

/// <summary>A file of the dossier is missing or its content is not what its hash says: it must be sent again.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="FileNumber">The file's number.</param>
/// <param name="Revision">The revision of the content.</param>
/// <param name="Fault">What is wrong.</param>
[MessageName("dossiers.report-file-fault.v1")]
public sealed record ReportFileFault(DossierCode Dossier, int FileNumber, int Revision, FileFault Fault);

/// <summary>What can be wrong with a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileFault>))]
public enum FileFault : byte
{
    /// <summary>The portal no longer has it.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing = 1,

    /// <summary>Its SHA-256 is another.</summary>
    [JsonStringEnumMemberName("wrongHash")]
    WrongHash = 2,

    /// <summary>It is larger than was said.</summary>
    [JsonStringEnumMemberName("wrongSize")]
    WrongSize = 3,
}
