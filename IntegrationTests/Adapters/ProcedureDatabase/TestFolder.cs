namespace DichVuCong.ProcedureDatabase.Tests;

/// <summary>A folder of a test, with the files it wants to stand in front of the shipped ones.</summary>
internal sealed class TestFolder : IDisposable
{
    public const string CalendarDays =
        """
        Calendar,Date,Kind,Name,SourceDocument,Active
        vn,2026-01-01,Holiday,Tết Dương lịch,"Bộ luật Lao động 2019, Điều 112",true
        vn,2026-01-10,WorkingDay,Làm bù ngày 02/01/2026,12729/VPCP-KGVX,true
        """;

    public const string OfficeHours =
        """
        Calendar,Day,From,To,ValidFrom,ValidTo,SourceDocument
        vn,Monday,08:00,12:00,2020-01-01,,sample of a test
        H29,Monday,07:30,11:30,2025-07-01,2025-12-31,sample of a test
        """;

    public TestFolder(params (string File, string Content)[] files)
    {
        Directory.CreateDirectory(Folder);
        foreach (var (file, content) in files) File.WriteAllText(Path.Combine(Folder, file), content);
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"dvc-{Guid.NewGuid():N}");

    /// <summary>Two lines of each calendar, so that a test needs no more of them.</summary>
    public static TestFolder WithCalendars(params (string File, string Content)[] files) =>
        new([("calendar-days.csv", CalendarDays), ("office-hours.csv", OfficeHours), .. files]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
