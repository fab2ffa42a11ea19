using DichVuCong.Adapters.VNPost.Places;
using DichVuCong.Adapters.VNPost.Tracking;

namespace DichVuCong.Adapters.VNPost;

/// <summary>The adapter's tables: places, agencies' points, status codes. Read once, when the host starts.</summary>
public sealed class VnPostTables
{
    private VnPostTables(PostPlaces places, PostPoints points, StatusCodes codes) => (Places, Points, Codes) = (places, points, codes);

    internal PostPlaces Places { get; }

    internal PostPoints Points { get; }

    internal StatusCodes Codes { get; }

    /// <summary>Reads them.</summary>
    /// <exception cref="VnPostTableException">One of them cannot be used.</exception>
    public static VnPostTables Read(VnPostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new VnPostTables(PostPlaces.Read(settings.PlacesFile), PostPoints.Read(settings.PointsFile), StatusCodes.Read(settings.StatusCodesFile));
    }
}
