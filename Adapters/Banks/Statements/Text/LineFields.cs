using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Statements.Text;

/// <summary>Turns the values of a detail line into a statement line, and back.</summary>
internal sealed class LineFields(RecordLayout record, LineMapping map)
{
    private readonly int _amount = record.IndexOf(map.Amount);
    private readonly int _partnerReference = record.IndexOf(map.PartnerReference);
    private readonly int _account = record.IndexOf(map.Account);
    private readonly int _currency = IndexOf(record, map.Currency);
    private readonly int _ourReference = IndexOf(record, map.OurReference);
    private readonly int _status = IndexOf(record, map.Status);
    private readonly int _kind = IndexOf(record, map.Kind);
    private readonly Moments _time = new(record, map.Time);
    private readonly Moments? _bankDate = map.BankDate is null ? null : new(record, map.BankDate);
    private readonly int[] _plainNumbers = [.. map.PlainNumbers.Select(record.IndexOf)];
    private readonly bool _hasTime = map.Time.Formats[0].Contains('H', StringComparison.Ordinal);

    public StatementLine Read(string[] values, StatementFile file, long number)
    {
        if (_currency >= 0 && !map.CurrencyCodes.Contains(values[_currency])) throw Wrong(number, map.Currency!, RejectionRule.Currency, "Only VND is taken.");
        var moment = _time.Read(values, file.Day, number);
        var earliest = EarliestOf(file);
        if (moment < earliest || DateOnly.FromDateTime(moment) > file.Day)
        {
            throw Wrong(number, map.Time.Fields[0], RejectionRule.Date, $"It lies between {earliest:yyyy-MM-dd HH:mm:ss} and the end of {file.Day:yyyy-MM-dd}.");
        }

        foreach (var at in _plainNumbers)
        {
            if (!IsPlain(values[at])) throw Wrong(number, record.Fields[at].Name, RejectionRule.Value, "It is a number of digits only, without zeros before it.");
        }

        var bankDate = _bankDate is null ? file.Day : DateOnly.FromDateTime(_bankDate.Read(values, file.Day, number));
        if (bankDate != file.Day) throw Wrong(number, map.BankDate!.Fields[0], RejectionRule.Date, $"It is {file.Day:yyyy-MM-dd}.");
        var code = KindOf(values, number);
        return new StatementLine
        {
            LineNumber = number,
            Kind = code.Kind,
            Direction = code.Direction,
            PartnerReference = Required(values, _partnerReference, number),
            OurReference = _ourReference >= 0 && values[_ourReference].Length > 0 ? values[_ourReference] : null,
            Amount = AmountOf(values, number),
            Time = _hasTime ? new DateTimeOffset(moment, VietnamTime.Offset) : null,
            BankDate = bankDate,
            Account = Required(values, _account, number),
            Status = _status >= 0 ? values[_status] : "",
        };
    }

    public string[] Write(StatementLine line)
    {
        var values = record.Fields.Select(field => field.Fill).ToArray();
        if (record.Separator is not null && record.Type.Length > 0) values[0] = record.Type;
        values[_amount] = checked(line.Amount.Amount * map.UnitsPerDong).ToString(CultureInfo.InvariantCulture);
        values[_partnerReference] = line.PartnerReference;
        values[_account] = line.Account;
        if (_currency >= 0) values[_currency] = map.CurrencyCodes[0];
        if (_ourReference >= 0) values[_ourReference] = line.OurReference ?? "";
        if (_status >= 0) values[_status] = line.Status;
        if (_kind >= 0) values[_kind] = map.Kinds.First(each => each.Kind == line.Kind && each.Direction == line.Direction).Code;
        _time.Write(line.Time is { } time ? VietnamTime.Local(time).DateTime : line.BankDate.ToDateTime(TimeOnly.MinValue), values);
        _bankDate?.Write(line.BankDate.ToDateTime(TimeOnly.MinValue), values);
        return values;
    }

    /// <summary>A day alone cannot tell what came after the cut-off of the day before from yesterday's file: it must be the day itself.</summary>
    private DateTime EarliestOf(StatementFile file) => _hasTime && map.DaysBefore > 0
        ? file.Day.AddDays(-map.DaysBefore).ToDateTime(TimeOnly.MinValue) + file.CutOff
        : file.Day.ToDateTime(TimeOnly.MinValue);

    private KindCode KindOf(string[] values, long number)
    {
        if (_kind < 0) return map.Kinds[0];
        foreach (var code in map.Kinds)
        {
            if (code.Code == values[_kind]) return code;
        }

        throw Wrong(number, map.Kind!, RejectionRule.Value, $"It is one of {string.Join(", ", map.Kinds.Select(each => each.Code))}.");
    }

    private Vnd AmountOf(string[] values, long number)
    {
        if (!Vnd.TryParseWire(values[_amount], out var amount) || amount.Amount % map.UnitsPerDong != 0)
        {
            throw Wrong(number, map.Amount, RejectionRule.Value, "It is a whole number of đồng, digits only.");
        }

        return new Vnd(amount.Amount / map.UnitsPerDong);
    }

    private string Required(string[] values, int at, long number) =>
        values[at].Length > 0 ? values[at] : throw Wrong(number, record.Fields[at].Name, RejectionRule.Value, "It is empty.");

    private static bool IsPlain(string number) => number.Length > 0 && number.All(char.IsAsciiDigit) && (number.Length == 1 || number[0] != '0');

    private static int IndexOf(RecordLayout record, string? field) => field is null ? -1 : record.IndexOf(field);

    private static StatementRejectedException Wrong(long number, string field, RejectionRule rule, string details) => new(number, field, rule, details);
}
