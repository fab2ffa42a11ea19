using System.Collections.Frozen;
using System.Globalization;
using DichVuCong.Adapters.OneStop.Wire.Catalogue;
using DichVuCong.Contracts.Catalogue;
using Channel = DichVuCong.Adapters.OneStop.Wire.Catalogue.ProcedureChannel;
using PublishedChannel = DichVuCong.Contracts.Catalogue.ProcedureChannel;

namespace DichVuCong.Gateway.OneStop.LookUps;

/// <summary>The answer to LayThuTuc (3.1): the fields that the catalogue has, under the contract's names.</summary>
internal static class ProcedureRows
{
    private const int Public = 1;
    private const string Dong = "VNĐ";

    private static readonly FrozenDictionary<AdministrativeLevel, (string? Code, string Text)> Levels =
        new Dictionary<AdministrativeLevel, (string? Code, string Text)>
        {
            [AdministrativeLevel.Ministry] = ("0", "Cấp bộ"),
            [AdministrativeLevel.Province] = ("1", "Cấp tỉnh"),
            [AdministrativeLevel.Commune] = ("3", "Cấp xã"),
            [AdministrativeLevel.Other] = (null, "Cơ quan khác"),
        }.ToFrozenDictionary();

    public static ProcedureDetail Detail(Procedure procedure) => new()
    {
        Id = procedure.Code.Value,
        Code = procedure.Code.Value,
        Name = procedure.Name,
        Kind = procedure.Kind,
        Status = Public,
        PublishedBy = procedure.Publisher?.Value,
        Decision = procedure.Decision,
        Sectors = [new ProcedureSector { Code = procedure.SectorCode, Name = procedure.SectorName }],
        Agencies = procedure.ExecutedBy is { } name ? [new ProcedureAgency { Name = name }] : [],
        Levels = [.. procedure.Levels.Select(level => new ProcedureLevel { Level = Levels[level].Code, Description = procedure.ExecutedBy ?? Levels[level].Text })],
        Channels = [.. procedure.Channels.GroupBy(row => row.Channel).OrderBy(group => group.Key).Select(ChannelOf)],
        Subjects = [.. procedure.Subjects.Select(subject => new ProcedureSubject { Name = subject })],
        Results = [.. procedure.Results.Select(result => new ProcedureResult { Code = result })],
    };

    private static Channel ChannelOf(IGrouping<Contracts.Dossiers.FilingChannel, PublishedChannel> cases) => new()
    {
        Channel = ((int)cases.Key).ToString(CultureInfo.InvariantCulture),
        Times = [.. cases.OrderBy(row => row.Case).Select(TimeOf)],
    };

    /// <summary>THOIGIANGIAIQUYET is a whole number on the wire: a part of one stands in MOTA.</summary>
    private static ProcedureTime TimeOf(PublishedChannel row)
    {
        var isWhole = row.PublishedTime is { } time && time == decimal.Truncate(time) && Math.Abs(time) <= int.MaxValue;
        return new ProcedureTime
        {
            Amount = isWhole ? (int)row.PublishedTime! : null,
            Unit = row.PublishedUnit,
            Description = isWhole ? null : row.PublishedTime?.ToString(CultureInfo.InvariantCulture),
            Fees = row.FeeVnd is null && row.FeeNote is null ? [] : [new ProcedureFee { Amount = row.FeeVnd, Unit = Dong, Description = row.FeeNote }],
        };
    }
}
